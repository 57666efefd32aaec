import { type Front, ROUTES } from './front';

export const haproxy: Front = {
  id: 'haproxy',
  program: 'haproxy',
  packages: ['haproxy'],
  routes: ROUTES,
  tls: true,
  trace: null,
  async start(site, up, ports, seconds) {
    const backend = (name: string, server: string): string => `backend ${name}\n  server s1 ${server}\n`;
    const tls = `ssl verify required ca-file ${up.ca}`;
    const conf = site.file(
      `haproxy-${ports.http}.cfg`,
      `global
  ca-base /etc/ssl
defaults
  mode http
  timeout connect ${seconds}s
  timeout client 30s
  timeout server ${seconds}s
  timeout queue 300ms
resolvers none
  nameserver n1 127.0.0.1:${up.dns}
  timeout resolve 100ms
  timeout retry 100ms
frontend all
  bind 127.0.0.1:${ports.http}
  bind 127.0.0.1:${ports.https} ssl crt ${up.pem} alpn h2
  http-request deny deny_status 500 if { path_beg /own-500/ }
  http-request deny deny_status 503 if { path_beg /own-503/ }
  use_backend %[path,field(2,/)]
${backend('app', `127.0.0.1:${up.app}`)}${backend('refused', `127.0.0.1:${up.refused}`)}${backend('blackhole', `127.0.0.1:${up.blackhole}`)}
${backend('tls-expired', `127.0.0.1:${up.tlsExpired} ${tls}`)}${backend('tls-selfsigned', `127.0.0.1:${up.tlsSelfSigned} ${tls}`)}
${backend('tls-plain', `127.0.0.1:${up.app} ssl verify none`)}${backend('dns', 'nosuch.invalid:80 resolvers none init-addr none')}
${backend('none', `127.0.0.1:${up.refused} disabled`)}${backend('limit', `127.0.0.1:${up.app} maxconn 1`)}`,
    );
    await site.start('haproxy', ['-f', conf, '-db'], ports.http);
  },
};
