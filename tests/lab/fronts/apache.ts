import { type Front, NO_NAME, ROUTES } from './front';

export const apache: Front = {
  id: 'apache',
  program: 'apache2',
  packages: ['apache2'],
  routes: ROUTES,
  tls: true,
  // A backend's own `server` is passed on instead.
  trace: { name: 'server', value: /^Apache/ },
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
ServerLimit 1
StartServers 1
ThreadsPerChild 25
MaxRequestWorkers 25
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
  ${pass('limit', `http://127.0.0.1:${up.app}`)} max=1 acquire=300
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
