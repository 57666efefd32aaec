/** What the demo replays: one captured failure per issuer, what really happened there, and what a healthy response through that issuer carries. */
export interface DemoIssuer {
  /** Capture in tests/captures, by its id. */
  readonly capture: string;
  /** Host label: the issuer's own origin is `<label>.localhost`. */
  readonly label: string;
  readonly name: string;
  /** Where the failure happens; healthy requests share its first segment, as they would in one API. */
  readonly path: string;
  readonly healthyPath: string;
  /** What really happened, for the table. */
  readonly truth: string;
  /** Headers of a healthy response, where the capture has none: those that the issuer adds to what it relays, and the application's own. */
  readonly healthy?: readonly (readonly [name: string, value: string])[];
}

export const issuers: readonly DemoIssuer[] = [
  {
    capture: 'cloudflare-502-01',
    label: 'cloudflare',
    name: 'Behind Cloudflare',
    path: '/products/sale',
    healthyPath: '/products/all',
    truth: 'The server behind Cloudflare answered 502. Cloudflare replaced the page, so it looks like the culprit and is not.',
    healthy: [
      ['server', 'cloudflare'],
      ['cf-ray', '5edaeb2f1c4a293a-IAD'],
      ['cf-cache-status', 'DYNAMIC'],
      ['x-powered-by', 'Express'],
    ],
  },
  {
    capture: 'aws-alb-502-01-proxy',
    label: 'aws-alb',
    name: 'AWS Application Load Balancer',
    path: '/v1/fleets/1/members/',
    healthyPath: '/v1/status/',
    truth: 'A target closed the connection or sent no valid HTTP. The load balancer wrote this page.',
    healthy: [
      ['x-esi-request-id', '7f0c1d9e-2a1b-4c55-9d0e-3f7f3f5f1a02'],
      ['access-control-allow-credentials', 'true'],
    ],
  },
  {
    capture: 'aws-api-gateway-502-01',
    label: 'aws-api-gateway',
    name: 'AWS API Gateway',
    path: '/test/lambda_handler',
    healthyPath: '/test/health',
    truth: 'The Lambda function returned something that is not a proxy response. The execution log says "Malformed Lambda proxy response".',
    healthy: [
      ['x-amzn-requestid', '0f3f7c0e-9b0e-4f7e-9a53-6a0d53c1a7b1'],
      ['x-amz-apigw-id', 'K2HQkFVbIAMEr8g='],
      ['x-amzn-trace-id', 'Root=1-682bec0a-4be5f1d00d2f7b8a1f2c3d4e'],
      ['x-cache', 'Miss from cloudfront'],
      ['via', '1.1 6889869bf680fe34cca722f0a05e1106.cloudfront.net (CloudFront)'],
      ['x-amz-cf-pop', 'YTO50-P2'],
      ['x-amz-cf-id', 'pL3vQ8k1nU0m7yYbA2sW9dXcR5tZfE6hGjKqN4oPiTuVwBxMzCaDrg=='],
    ],
  },
  {
    capture: 'google-cloud-lb-503-01',
    label: 'google-cloud-lb',
    name: 'Google Cloud Load Balancing',
    path: '/shop/cart',
    healthyPath: '/shop/items',
    truth: 'Every backend had failed its health check. The owner brought the backend up again.',
    healthy: [
      ['via', '1.1 google'],
      ['server', 'gunicorn'],
    ],
  },
  {
    capture: 'envoy-503-07',
    label: 'envoy',
    name: 'Envoy, in Istio',
    path: '/echo?size=1024',
    healthyPath: '/echo?size=16',
    truth: 'Envoy could not connect to the service: nothing accepted the connection.',
    healthy: [
      ['server', 'envoy'],
      ['x-envoy-upstream-service-time', '4'],
    ],
  },
  {
    capture: 'fastly-500-02',
    label: 'fastly',
    name: 'Fastly',
    path: '/questions',
    healthyPath: '/questions/tagged/http',
    truth: 'The request named a domain that no Fastly service has. Fastly answered by itself; no server was asked.',
    healthy: [
      ['via', '1.1 varnish'],
      ['x-served-by', 'cache-fra-eddf8230125-FRA'],
      ['x-cache', 'MISS'],
      ['x-cache-hits', '0'],
      ['x-timer', 'S1678519920.104512,VS0,VE97'],
    ],
  },
  {
    capture: 'haproxy-503-haproxy-refused-h2',
    label: 'haproxy',
    name: 'HAProxy',
    path: '/items/01',
    healthyPath: '/items/02',
    truth: 'The server behind it refused the connection. HAProxy tried four times, a second apart: hence the 3 seconds.',
  },
  {
    capture: 'varnish-503-varnish-refused',
    label: 'varnish',
    name: 'Varnish',
    path: '/items/01',
    healthyPath: '/items/02',
    truth: 'The backend refused the connection. "Guru Meditation" is Varnish\'s own page.',
  },
  {
    capture: 'apache-503-apache-refused-h2',
    label: 'apache',
    name: 'Apache httpd as a proxy',
    path: '/items/01',
    healthyPath: '/items/02',
    truth: 'mod_proxy found nothing listening on the backend\'s port. Its page speaks of "maintenance downtime"; there was none.',
  },
  {
    capture: 'express-500-express-throw-dev',
    label: 'express',
    name: 'Express',
    path: '/items/01',
    healthyPath: '/items/02',
    truth: 'A route threw a TypeError. The application itself answered, with the stack trace.',
  },
  {
    capture: 'rails-500-02',
    label: 'rails',
    name: 'Ruby on Rails',
    path: '/users/example',
    healthyPath: '/users/other',
    truth: 'An exception in the application. Rails wrote the JSON; whatever is in front only passed it on.',
    healthy: [
      ['x-request-id', '0b8a2c54-7f2f-4a7f-9a0e-5b4f0f6e2d11'],
      ['x-runtime', '0.021873'],
      ['strict-transport-security', 'max-age=63072000; includeSubDomains'],
      ['vary', 'Origin'],
    ],
  },
];
