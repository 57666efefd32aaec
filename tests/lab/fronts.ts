import type { Site } from './processes';

/** What stands behind a front, by the first segment of the path. */
export interface Upstreams {
  /** Speaks HTTP and misbehaves as asked. */
  readonly app: number;
  /** Nothing listens. */
  readonly refused: number;
  /** Its handshake never ends. */
  readonly blackhole: number;
  /** HTTPS with a certificate that has expired, by a trusted authority. */
  readonly tlsExpired: number;
  /** HTTPS with a certificate that signs itself. */
  readonly tlsSelfSigned: number;
  /** A DNS server (UDP) that knows no name. */
  readonly dns: number;
  /** PEM file of the authority that the fronts trust. */
  readonly ca: string;
  /** PEM file with key and certificate for the fronts' own HTTPS. */
  readonly pem: string;
}

/** A running reverse proxy. */
export interface Running {
  readonly http: number;
  /** HTTP/2 over TLS. */
  readonly https: number;
}

/** A reverse proxy of the lab. */
export interface Front {
  /** The vendor id of the truth. */
  readonly id: string;
  readonly program: string;
  /** Debian package that brings it. */
  readonly packages: readonly string[];
  /** First path segments that it serves. */
  readonly routes: readonly Route[];
  /** `seconds` is its connect and read timeout: short, since the defaults are data of the engine and not waited for. */
  start(site: Site, up: Upstreams, ports: Running, seconds: number): Promise<void>;
}

export const ROUTES = [
  'app',
  'refused',
  'blackhole',
  'tls-expired',
  'tls-selfsigned',
  'tls-plain',
  'dns',
  'none',
  'limit',
  'own-500',
  'own-503',
] as const;
export type Route = (typeof ROUTES)[number];

/** A name that every resolver refuses without asking the network: it has an empty label. */
const NO_NAME = 'nosuch..invalid';

const nginx: Front = {
  id: 'nginx',
  program: 'nginx',
  packages: ['nginx'],
  routes: ROUTES,
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
  limit_req_zone $binary_remote_addr zone=one:1m rate=1r/m;
  upstream none { server 127.0.0.1:${up.refused} down; }
  server {
    listen 127.0.0.1:${ports.http}; listen 127.0.0.1:${ports.https} ssl http2; ssl_certificate ${up.pem}; ssl_certificate_key ${up.pem};
    ${to('app', `http://127.0.0.1:${up.app}`)}
    ${to('refused', `http://127.0.0.1:${up.refused}`)}
    ${to('blackhole', `http://127.0.0.1:${up.blackhole}`)}
    ${to('tls-expired', `https://127.0.0.1:${up.tlsExpired}`, verify)}
    ${to('tls-selfsigned', `https://127.0.0.1:${up.tlsSelfSigned}`, verify)}
    ${to('tls-plain', `https://127.0.0.1:${up.app}`)}
    location /dns/ { set $name nosuch.invalid; proxy_pass http://$name; }
    ${to('none', 'http://none')}
    location /limit/ { limit_req zone=one; proxy_pass http://127.0.0.1:${up.app}; }
    location /own-500/ { set $nothing ""; proxy_pass $nothing; }
    location /own-503/ { return 503; }
  }
}
`,
    );
    await site.start('nginx', ['-c', conf, '-p', at(''), '-e', at('error.log')], ports.http);
  },
};

const haproxy: Front = {
  id: 'haproxy',
  program: 'haproxy',
  packages: ['haproxy'],
  routes: ['app', 'refused', 'blackhole', 'tls-expired', 'tls-selfsigned', 'tls-plain', 'dns', 'none', 'limit', 'own-500', 'own-503'],
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

const apache: Front = {
  id: 'apache',
  program: 'apache2',
  packages: ['apache2'],
  routes: ['app', 'refused', 'blackhole', 'tls-expired', 'tls-selfsigned', 'tls-plain', 'dns', 'none', 'own-500', 'own-503'],
  async start(site, up, ports, seconds) {
    const folder = site.path(`apache-${ports.http}`);
    const modules = [
      'mpm_event',
      'authz_core',
      'authn_core',
      'proxy',
      'proxy_http',
      'proxy_balancer',
      'lbmethod_byrequests',
      'slotmem_shm',
      'ssl',
      'http2',
      'socache_shmcb',
      'rewrite',
      'alias',
      'mime',
      'headers',
    ];
    const pass = (route: string, target: string): string =>
      `ProxyPass /${route}/ ${target}/${route}/ connectiontimeout=${seconds} timeout=${seconds} retry=0 disablereuse=on`;
    const conf = site.file(
      `apache-${ports.http}/httpd.conf`,
      `ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/error.log
User www-data
Group www-data
Listen 127.0.0.1:${ports.http}
Listen 127.0.0.1:${ports.https}
ServerSignature On
StartServers 1
${modules.map((m) => `LoadModule ${m}_module /usr/lib/apache2/modules/mod_${m}.so`).join('\n')}
TypesConfig /etc/mime.types
ProxyTimeout ${seconds}
SSLProxyEngine on
SSLProxyVerify require
SSLProxyCACertificateFile ${up.ca}
SSLProxyCheckPeerName off
Protocols h2 http/1.1
<Proxy balancer://none>
  BalancerMember http://127.0.0.1:${up.refused} status=D
</Proxy>
<VirtualHost *>
  ${pass('app', `http://127.0.0.1:${up.app}`)}
  ${pass('refused', `http://127.0.0.1:${up.refused}`)}
  ${pass('blackhole', `http://127.0.0.1:${up.blackhole}`)}
  ${pass('tls-expired', `https://127.0.0.1:${up.tlsExpired}`)}
  ${pass('tls-selfsigned', `https://127.0.0.1:${up.tlsSelfSigned}`)}
  ${pass('tls-plain', `https://127.0.0.1:${up.app}`)}
  ${pass('dns', `http://${NO_NAME}`)}
  ProxyPass /none/ balancer://none/
  RewriteEngine on
  RewriteRule ^/own-503/ - [R=503,L]
  RewriteRule ^/own-500/ - [R=500,L]
</VirtualHost>
<VirtualHost *:${ports.https}>
  SSLEngine on
  SSLCertificateFile ${up.pem}
  ${pass('app', `http://127.0.0.1:${up.app}`)}
  ${pass('refused', `http://127.0.0.1:${up.refused}`)}
</VirtualHost>
`,
    );
    await site.start('apache2', ['-d', folder, '-f', conf, '-DFOREGROUND'], ports.http);
  },
};

const varnish: Front = {
  id: 'varnish',
  program: 'varnishd',
  packages: ['varnish', 'gcc', 'libc6-dev'],
  routes: ['app', 'refused', 'blackhole', 'none', 'limit', 'own-500', 'own-503'],
  async start(site, up, ports, seconds) {
    const backend = (name: string, port: number, more = ''): string =>
      `backend ${name} { .host = "127.0.0.1"; .port = "${port}"; .connect_timeout = ${seconds}s; .first_byte_timeout = ${seconds}s; .between_bytes_timeout = ${seconds}s; ${more} }`;
    const vcl = site.file(
      `varnish-${ports.http}.vcl`,
      `vcl 4.1;
${backend('app', up.app)}
${backend('refused', up.refused)}
${backend('blackhole', up.blackhole)}
${backend('sick', up.refused, '.probe = { .url = "/"; .interval = 1s; .initial = 0; .threshold = 8; }')}
${backend('limited', up.app, '.max_connections = 1;')}
sub vcl_recv {
  if (req.url ~ "^/own-500/") { return (synth(500, "Internal Server Error")); }
  if (req.url ~ "^/own-503/") { return (synth(503, "Service Unavailable")); }
  if (req.url ~ "^/refused/") { set req.backend_hint = refused; }
  elsif (req.url ~ "^/blackhole/") { set req.backend_hint = blackhole; }
  elsif (req.url ~ "^/none/") { set req.backend_hint = sick; }
  elsif (req.url ~ "^/limit/") { set req.backend_hint = limited; }
  else { set req.backend_hint = app; }
  return (pass);
}
`,
    );
    await site.start(
      'varnishd',
      [
        '-F',
        '-f',
        vcl,
        '-a',
        `127.0.0.1:${ports.http},HTTP`,
        '-n',
        site.path(`varnish-${ports.http}`),
        '-s',
        'malloc,16M',
        '-T',
        'none',
        '-j',
        'none',
      ],
      ports.http,
    );
  },
};

const caddy: Front = {
  id: 'caddy',
  program: 'caddy',
  packages: ['caddy'],
  routes: ['app', 'refused', 'blackhole', 'tls-expired', 'tls-selfsigned', 'tls-plain', 'dns', 'none', 'own-500', 'own-503'],
  async start(site, up, ports, seconds) {
    const dial = (route: string, target: string, more = ''): string =>
      `  handle /${route}/* {\n    reverse_proxy ${target} {\n      transport http {\n        dial_timeout ${seconds}s\n        response_header_timeout ${seconds}s\n        ${more}\n      }\n    }\n  }`;
    const trust = `tls_timeout ${seconds}s\n        tls_trusted_ca_certs ${up.ca}\n        tls_server_name localhost`;
    const body = [
      dial('app', `http://127.0.0.1:${up.app}`),
      dial('refused', `http://127.0.0.1:${up.refused}`),
      dial('blackhole', `http://127.0.0.1:${up.blackhole}`),
      dial('tls-expired', `https://127.0.0.1:${up.tlsExpired}`, trust),
      dial('tls-selfsigned', `https://127.0.0.1:${up.tlsSelfSigned}`, trust),
      dial('tls-plain', `https://127.0.0.1:${up.app}`, `tls_timeout ${seconds}s`),
      dial('dns', `http://${NO_NAME}:80`),
      `  handle /none/* {\n    reverse_proxy {\n      dynamic a {\n        name nosuch.invalid\n        port 80\n        resolvers 127.0.0.1:${up.dns}\n      }\n    }\n  }`,
      '  handle /own-500/* {\n    error 500\n  }',
      '  handle /own-503/* {\n    error 503\n  }',
    ].join('\n');
    const conf = site.file(
      `Caddyfile-${ports.http}`,
      `{\n  admin off\n  auto_https off\n}\n(all) {\n${body}\n}\nhttp://127.0.0.1:${ports.http} {\n  import all\n}\nhttps://127.0.0.1:${ports.https} {\n  tls ${up.pem} ${up.pem}\n  import all\n}\n`,
    );
    await site.start('caddy', ['run', '--config', conf, '--adapter', 'caddyfile'], ports.http, {
      HOME: site.path('caddy'),
      XDG_DATA_HOME: site.path('caddy'),
      XDG_CONFIG_HOME: site.path('caddy'),
    });
  },
};

/** The reverse proxies of the lab. */
export const fronts: readonly Front[] = [nginx, haproxy, apache, varnish, caddy];
