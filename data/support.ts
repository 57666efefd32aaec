import type { Ask, SupportPack } from '../diagnosis/report/types';

const verified = '2026-11-22';
const time: Ask = { text: 'Time: `{time}`, search from `{from}` to `{to}`' };
const address: Ask = { text: 'URL and method: `{method} {url}`, status `{status}`' };
const har: Ask = { text: 'Attach the HAR of this request, from this report' };

/** What each vendor's support asks for before it looks. */
export const support: readonly SupportPack[] = [
  {
    vendors: ['cloudflare', 'cloudflare-workers'],
    name: 'Cloudflare',
    contact: 'https://dash.cloudflare.com/?to=/:account/support',
    asks: [
      { needs: ['cf-ray'], text: 'Ray ID', missing: 'no `cf-ray`: this response did not come through Cloudflare' },
      time,
      address,
      har,
      { text: 'Data centre and your address: attach what this prints', command: 'curl -s https://{host}/cdn-cgi/trace' },
      {
        text: 'Prove that the origin answers without Cloudflare; ORIGIN_IP is your server',
        command: 'curl -svo /dev/null {url} --connect-to ::ORIGIN_IP',
      },
      { text: 'Only when it is slow or unreachable: attach a traceroute', command: 'mtr -rwc 20 {hostname}' },
    ],
    source:
      'https://developers.cloudflare.com/support/troubleshooting/general-troubleshooting/gathering-information-for-troubleshooting-sites/',
    verified,
  },
  {
    vendors: ['akamai'],
    name: 'Akamai',
    contact: 'https://control.akamai.com/apps/edge-diagnostics',
    asks: [
      {
        needs: ['akamai-grn', 'reference'],
        text: 'Reference, for "Translate error string"; it is decoded for some hours only',
        missing: 'no reference number in the page and no `akamai-grn`',
      },
      time,
      address,
      { text: 'Your address as the edge sees it: attach what this prints', command: 'curl -s https://whatismyip.akamai.com/' },
    ],
    source: 'https://techdocs.akamai.com/edge-diagnostics/reference',
    verified,
  },
  {
    vendors: ['cloudfront'],
    name: 'AWS CloudFront',
    contact: 'https://console.aws.amazon.com/support/home',
    asks: [
      {
        needs: ['x-amz-cf-id', 'request id'],
        text: 'Request id',
        missing: 'no `x-amz-cf-id`: this response did not come through CloudFront',
      },
      { needs: ['x-amz-cf-pop'], text: 'Edge location' },
      time,
      address,
      { text: 'Note whether it lasts longer than 10 s: CloudFront keeps a 5xx that long' },
    ],
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/troubleshooting-response-errors.html',
    verified,
  },
  {
    vendors: ['aws-alb', 'aws-clb'],
    name: 'AWS Elastic Load Balancing',
    contact: 'https://console.aws.amazon.com/support/home',
    asks: [
      { needs: ['x-amzn-trace-id'], text: 'Trace id' },
      time,
      address,
      { text: 'From the access log: `elb_status_code` and `target_status_code`. A `-` in the second: no target answered' },
      { text: 'The metrics `HTTPCode_ELB_5XX_Count` and `HTTPCode_Target_5XX_Count` at that minute' },
      { text: 'The ARN of the load balancer and of the target group' },
    ],
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    verified,
  },
  {
    vendors: ['aws-api-gateway', 'aws-lambda'],
    name: 'AWS API Gateway',
    contact: 'https://console.aws.amazon.com/support/home',
    asks: [
      { needs: ['x-amzn-requestid', 'apigw-requestid'], text: 'Request id', missing: 'no `x-amzn-requestid` and no `apigw-requestid`' },
      { needs: ['x-amz-apigw-id'], text: 'Extended request id' },
      { needs: ['x-amzn-trace-id'], text: 'X-Ray trace id' },
      time,
      address,
      { text: 'API id, stage and region' },
    ],
    source: 'https://repost.aws/knowledge-center/collect-api-gateway-extended-request-ids',
    verified,
  },
  {
    vendors: ['aws-s3'],
    name: 'AWS S3',
    contact: 'https://console.aws.amazon.com/support/home',
    asks: [
      { needs: ['x-amz-request-id', 'request id'], text: 'Request id', missing: 'no `x-amz-request-id`' },
      { needs: ['x-amz-id-2', 'host id'], text: 'Extended request id; support needs both', missing: 'no `x-amz-id-2`' },
      time,
      { text: 'Bucket and region' },
    ],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/get-request-ids.html',
    verified,
  },
  {
    vendors: ['azure-front-door'],
    name: 'Azure Front Door',
    contact: 'https://portal.azure.com/#view/Microsoft_Azure_Support/HelpAndSupportBlade',
    asks: [
      {
        needs: ['x-azure-ref'],
        text: 'Reference, for "Diagnose and solve problems" → Connectivity → 4xx and 5xx errors',
        missing: 'no `x-azure-ref`: this response did not come through Front Door',
      },
      time,
      address,
    ],
    source: 'https://learn.microsoft.com/en-us/azure/frontdoor/refstring',
    verified,
  },
  {
    vendors: ['fastly'],
    name: 'Fastly',
    contact: 'https://support.fastly.com/',
    asks: [
      {
        needs: ['x-served-by'],
        text: 'Cache nodes',
        missing: 'no `x-served-by`: the service hides it, or this response did not come through Fastly',
      },
      { needs: ['x-timer'], text: 'Timer' },
      { needs: ['x-fastly-request-id'], text: 'Request id' },
      time,
      address,
      {
        text: 'The headers that Fastly adds when asked: attach what this prints',
        command: "curl -svo /dev/null -H 'Fastly-Debug: 1' {url}",
      },
    ],
    source: 'https://www.fastly.com/documentation/reference/http/http-headers/Fastly-Debug/',
    verified,
  },
  {
    vendors: ['vercel'],
    name: 'Vercel',
    contact: 'https://vercel.com/help',
    asks: [
      { needs: ['x-vercel-id'], text: 'Request id', missing: 'no `x-vercel-id`: this response did not come through Vercel' },
      { needs: ['x-vercel-error'], text: 'Error code', missing: 'no `x-vercel-error`: Vercel did not make this error, your function did' },
      time,
      address,
    ],
    source: 'https://vercel.com/docs/errors',
    verified,
  },
  {
    vendors: ['netlify'],
    name: 'Netlify',
    contact: 'https://www.netlify.com/support/',
    asks: [
      { needs: ['x-nf-request-id'], text: 'Request id', missing: 'no `x-nf-request-id`: this response did not come through Netlify' },
      time,
      address,
    ],
    source:
      'https://answers.netlify.com/t/support-guide-netlify-support-asked-for-the-x-nf-request-id-header-what-is-it-and-how-do-i-find-it/4385',
    verified,
  },
  {
    vendors: ['heroku'],
    name: 'Heroku',
    contact: 'https://help.heroku.com/',
    asks: [
      {
        needs: ['x-request-id'],
        text: "Request id, `request_id=` in the router's line",
        missing: 'no `x-request-id`: find the line by time and path',
      },
      { text: "The router's line: `code=H…`, `service=`, `status=`" },
      time,
      address,
    ],
    source: 'https://devcenter.heroku.com/articles/http-request-id',
    verified,
  },
  {
    vendors: ['fly-io'],
    name: 'Fly.io',
    contact: 'https://community.fly.io/',
    asks: [
      {
        needs: ['fly-request-id'],
        text: 'Request id, region at its end',
        missing: 'no `fly-request-id`: this response did not come through Fly',
      },
      time,
      address,
      { text: 'Attach the state of the machines', command: 'fly status -a "$APP"' },
    ],
    source: 'https://fly.io/docs/networking/request-headers/',
    verified,
  },
  {
    vendors: ['railway'],
    name: 'Railway',
    contact: 'https://station.railway.com/',
    asks: [{ needs: ['x-railway-request-id'], text: 'Request id', missing: 'no `x-railway-request-id`' }, time, address],
    source: 'https://docs.railway.com/observability/logs',
    verified,
  },
  {
    vendors: ['google-cloud-lb', 'google-frontend', 'google-cloud-run', 'google-app-engine', 'google-cloud-functions'],
    name: 'Google Cloud',
    contact: 'https://console.cloud.google.com/support',
    asks: [
      { needs: ['x-cloud-trace-context', 'traceparent'], text: 'Trace' },
      time,
      address,
      { text: "Project id, and `jsonPayload.statusDetails` of the load balancer's log entry" },
    ],
    source: 'https://cloud.google.com/load-balancing/docs/https/https-logging-monitoring',
    verified,
  },
  {
    vendors: ['apisix'],
    name: 'APISIX',
    asks: [
      {
        needs: ['x-apisix-upstream-status'],
        text: 'Status of the upstream',
        missing: 'no `x-apisix-upstream-status`: APISIX made this status, no upstream answered',
      },
      time,
      address,
    ],
    source: 'https://github.com/apache/apisix/issues/2501',
    verified,
  },
];
