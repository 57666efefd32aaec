import { type Front, ROUTES } from './front';

export const nginx: Front = {
  id: 'nginx',
  program: 'nginx',
  packages: ['nginx'],
  routes: ROUTES,
  tls: true,
  trace: { name: 'server', value: /^nginx/ },
  async start(site, up, ports, seconds) {
    const at = (name: string): string => site.path(`nginx-${ports.http}/${name}`);
    const to = (route: string, target: string, more = ''): string => `location /${route}/ { proxy_pass ${target}; ${more} }`;
    const verify = `proxy_ssl_verify on; proxy_ssl_trusted_certificate ${up.ca}; proxy_ssl_name localhost;`;
    const conf = site.file(
      `nginx-${ports.http}/nginx.conf`,
      `daemon off; worker_processes 1; pid ${at('pid')}; error_log ${at('error.log')}; user root;
events {}
http {
  access_log off; default_type text/html;
  client_body_temp_path ${at('body')}; proxy_temp_path ${at('proxy')}; fastcgi_temp_path ${at('fastcgi')};
  uwsgi_temp_path ${at('uwsgi')}; scgi_temp_path ${at('scgi')};
  proxy_connect_timeout ${seconds}; proxy_read_timeout ${seconds}; resolver 127.0.0.1:${up.dns}; resolver_timeout ${seconds};
  limit_conn_zone $server_name zone=one:1m;
  upstream none { server 127.0.0.1:${up.refused} down; }
  server {
    server_name lab; listen 127.0.0.1:${ports.http}; listen 127.0.0.1:${ports.https} ssl http2; ssl_certificate ${up.pem}; ssl_certificate_key ${up.pem};
    ${to('app', `http://127.0.0.1:${up.app}`)}
    ${to('refused', `http://127.0.0.1:${up.refused}`)}
    ${to('blackhole', `http://127.0.0.1:${up.blackhole}`)}
    ${to('tls-expired', `https://127.0.0.1:${up.tlsExpired}`, verify)}
    ${to('tls-selfsigned', `https://127.0.0.1:${up.tlsSelfSigned}`, verify)}
    ${to('tls-plain', `https://127.0.0.1:${up.app}`)}
    location /dns/ { set $name nosuch.invalid; proxy_pass http://$name; }
    ${to('none', 'http://none')}
    location /limit/ { limit_conn one 1; proxy_pass http://127.0.0.1:${up.app}; }
    location /own-500/ { set $nothing ""; proxy_pass $nothing; }
    location /own-503/ { return 503; }
  }
}
`,
    );
    await site.start('nginx', ['-c', conf, '-p', at(''), '-e', at('error.log')], ports.http);
  },
};
