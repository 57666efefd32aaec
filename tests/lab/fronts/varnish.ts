import type { Front } from './front';

export const varnish: Front = {
  id: 'varnish',
  program: 'varnishd',
  packages: ['varnish', 'gcc', 'libc6-dev'],
  routes: ['app', 'refused', 'blackhole', 'none', 'limit', 'own-500', 'own-503'],
  // It leaves TLS on either side to others.
  tls: false,
  trace: { name: 'x-varnish', value: /^\d/ },
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
