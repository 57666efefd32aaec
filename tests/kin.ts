/** Vendors that make each other's pages: the same product, or one inside the other. */
const KIN: readonly (readonly string[])[] = [
  ['cloudflare', 'cloudflare-workers'],
  ['nginx', 'ingress-nginx', 'openresty', 'angie', 'tengine', 'kong', 'apisix', 'php-fpm'],
  ['envoy', 'istio', 'google-cloud-lb', 'azure-container-apps', 'koyeb', 'aws-app-runner', 'azure-agc', 'f5-xc'],
  ['trafficserver', 'netlify'],
  ['go-net-http', 'traefik', 'linkerd', 'krakend'],
  ['google-frontend', 'google-app-engine', 'google-cloud-run', 'google-cloud-functions', 'google-cloud-lb'],
  ['iis', 'iis-arr', 'azure-app-service', 'azure-application-gateway', 'aspnet'],
  ['haproxy', 'openshift-router'],
  ['php', 'wordpress', 'laravel', 'symfony', 'php-fpm'],
  ['node', 'express', 'nextjs', 'koa', 'fastify', 'hono', 'hapi', 'http-proxy-middleware', 'webpack-dev-server', 'vite'],
  ['fastapi', 'uvicorn'],
  ['nuxt', 'nitro', 'node'],
  ['spring-boot', 'tomcat', 'jetty', 'spring-cloud-gateway'],
];
/** Whether the page of one can be the page of the other. */
export const kin = (a: string, b: string): boolean => a === b || KIN.some((k) => k.includes(a) && k.includes(b));

/** All vendors whose pages can be those of this one, without itself. */
export const kinOf = (id: string): readonly string[] => [...new Set(KIN.filter((k) => k.includes(id)).flat())].filter((x) => x !== id);
