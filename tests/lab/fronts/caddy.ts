import { until } from '../../e2e/until';
import { type Front, NO_NAME, ROUTES } from './front';

export const caddy: Front = {
  id: 'caddy',
  program: 'caddy',
  packages: ['caddy'],
  routes: ROUTES,
  tls: true,
  trace: { name: 'server', value: /^Caddy/ },
  async start(site, up, ports, seconds) {
    const dial = (route: string, target: string, more = '', pool = ''): string =>
      `  handle /${route}/* {\n    reverse_proxy ${target} {\n      ${pool}\n      transport http {\n        dial_timeout ${seconds}s\n        response_header_timeout ${seconds}s\n        ${more}\n      }\n    }\n  }`;
    const trust = `tls_timeout ${seconds}s\n        tls_trusted_ca_certs ${up.ca}\n        tls_server_name localhost`;
    const body = [
      dial('app', `http://127.0.0.1:${up.app}`),
      dial('refused', `http://127.0.0.1:${up.refused}`),
      dial('blackhole', `http://127.0.0.1:${up.blackhole}`),
      dial('tls-expired', `https://127.0.0.1:${up.tlsExpired}`, trust),
      dial('tls-selfsigned', `https://127.0.0.1:${up.tlsSelfSigned}`, trust),
      dial('tls-plain', `https://127.0.0.1:${up.app}`, `tls_timeout ${seconds}s`),
      dial('dns', `http://${NO_NAME}:80`),
      dial('none', `http://127.0.0.1:${up.refused}`, '', 'health_uri /\n      health_interval 60s'),
      dial('limit', `http://127.0.0.1:${up.app}`, '', 'max_fails 1\n      unhealthy_request_count 1'),
      '  handle /own-500/* {\n    error 500\n  }',
      '  handle /own-503/* {\n    error 503\n  }',
      '  handle {\n    error 404\n  }',
    ].join('\n');
    const conf = site.file(
      `Caddyfile-${ports.http}`,
      `{\n  admin off\n  auto_https off\n}\n(all) {\n${body}\n}\nhttp://:${ports.http} {\n  bind 127.0.0.1\n  import all\n}\nhttps://:${ports.https} {\n  bind 127.0.0.1\n  tls ${up.pem} ${up.pem}\n  import all\n}\n`,
    );
    await site.start('caddy', ['run', '--config', conf, '--adapter', 'caddyfile'], ports.http, {
      HOME: site.path('caddy'),
      XDG_DATA_HOME: site.path('caddy'),
      XDG_CONFIG_HOME: site.path('caddy'),
    });
    // It takes its backends for healthy until it has asked them once.
    await until(async () => (await fetch(`http://127.0.0.1:${ports.http}/none/ok`)).status === 503, 'Caddy to have asked its backends');
  },
};
