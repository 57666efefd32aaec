import type { Vendor } from '../../diagnosis/types';
import { aiohttp } from './aiohttp';
import { airee } from './airee';
import { akamai } from './akamai';
import { akkaHttp } from './akka-http';
import { alibabaAlb } from './alibaba-alb';
import { alibabaCdn } from './alibaba-cdn';
import { angie } from './angie';
import { anthropicApi } from './anthropic-api';
import { apache } from './apache';
import { apigee } from './apigee';
import { apisix } from './apisix';
import { arvancloud } from './arvancloud';
import { aspnet } from './aspnet';
import { awsAlb } from './aws-alb';
import { awsAmplify } from './aws-amplify';
import { awsApiGateway } from './aws-api-gateway';
import { awsAppRunner } from './aws-app-runner';
import { awsAppsync } from './aws-appsync';
import { awsClb } from './aws-clb';
import { awsElasticBeanstalk } from './aws-elastic-beanstalk';
import { awsLambdaUrl } from './aws-lambda-url';
import { awsS3 } from './aws-s3';
import { awsServiceApi } from './aws-service-api';
import { awsWaf } from './aws-waf';
import { azion } from './azion';
import { azureAgc } from './azure-agc';
import { azureApiManagement } from './azure-api-management';
import { azureAppService } from './azure-app-service';
import { azureApplicationGateway } from './azure-application-gateway';
import { azureContainerApps } from './azure-container-apps';
import { azureFrontDoor } from './azure-front-door';
import { azureFunctions } from './azure-functions';
import { azureResourceManager } from './azure-resource-manager';
import { azureStaticWebApps } from './azure-static-web-apps';
import { baffinBay } from './baffin-bay';
import { baiduYunjiasu } from './baidu-yunjiasu';
import { baleen } from './baleen';
import { barracuda } from './barracuda';
import { beluga } from './beluga';
import { bluecoat } from './bluecoat';
import { bunny } from './bunny';
import { burp } from './burp';
import { cachefly } from './cachefly';
import { caddy } from './caddy';
import { cdn77 } from './cdn77';
import { cdnetworks } from './cdnetworks';
import { charles } from './charles';
import { chinacache } from './chinacache';
import { citrixAdc } from './citrix-adc';
import { clash } from './clash';
import { cloudflare } from './cloudflare';
import { cloudflareWorkers } from './cloudflare-workers';
import { cloudfront } from './cloudfront';
import { cloudlinux } from './cloudlinux';
import { codespaces } from './codespaces';
import { couchdb } from './couchdb';
import { daphne } from './daphne';
import { ddosGuard } from './ddos-guard';
import { denoDeploy } from './deno-deploy';
import { digitaloceanAppPlatform } from './digitalocean-app-platform';
import { digitaloceanSpaces } from './digitalocean-spaces';
import { django } from './django';
import { dosarrest } from './dosarrest';
import { drupal } from './drupal';
import { edgio } from './edgio';
import { envoy } from './envoy';
import { express } from './express';
import { f5Bigip } from './f5-bigip';
import { f5Xc } from './f5-xc';
import { fastapi } from './fastapi';
import { fastify } from './fastify';
import { fastly } from './fastly';
import { fiddler } from './fiddler';
import { firebaseHosting } from './firebase-hosting';
import { flask } from './flask';
import { flyIo } from './fly-io';
import { fortinet } from './fortinet';
import { gcore } from './gcore';
import { ghost } from './ghost';
import { githubPages } from './github-pages';
import { goNetHttp } from './go-net-http';
import { gocache } from './gocache';
import { googleAppEngine } from './google-app-engine';
import { googleCloudFunctions } from './google-cloud-functions';
import { googleCloudLb } from './google-cloud-lb';
import { googleCloudRun } from './google-cloud-run';
import { googleFrontend } from './google-frontend';
import { googleIap } from './google-iap';
import { gorouter } from './gorouter';
import { gunicorn } from './gunicorn';
import { h2o } from './h2o';
import { hapi } from './hapi';
import { haproxy } from './haproxy';
import { heroku } from './heroku';
import { hono } from './hono';
import { hostinger } from './hostinger';
import { httpProxyMiddleware } from './http-proxy-middleware';
import { huaweiCdn } from './huawei-cdn';
import { huaweiElb } from './huawei-elb';
import { ibmDatapower } from './ibm-datapower';
import { iis } from './iis';
import { iisArr } from './iis-arr';
import { imperva } from './imperva';
import { ingressNginx } from './ingress-nginx';
import { istio } from './istio';
import { jetty } from './jetty';
import { jiasule } from './jiasule';
import { jsdelivr } from './jsdelivr';
import { kemp } from './kemp';
import { keycdn } from './keycdn';
import { kinsta } from './kinsta';
import { koa } from './koa';
import { kong } from './kong';
import { koyeb } from './koyeb';
import { krakend } from './krakend';
import { ksyunWaf } from './ksyun-waf';
import { kubernetesApiserver } from './kubernetes-apiserver';
import { laravel } from './laravel';
import { leaseweb } from './leaseweb';
import { lighttpd } from './lighttpd';
import { link11 } from './link11';
import { linkerd } from './linkerd';
import { litespeed } from './litespeed';
import { localstack } from './localstack';
import { manus } from './manus';
import { medianova } from './medianova';
import { merlinCdn } from './merlin-cdn';
import { metaProxygen } from './meta-proxygen';
import { microsoftGraph } from './microsoft-graph';
import { microsoftTmg } from './microsoft-tmg';
import { minio } from './minio';
import { mitmproxy } from './mitmproxy';
import { mojolicious } from './mojolicious';
import { myra } from './myra';
import { nestjs } from './nestjs';
import { netlify } from './netlify';
import { nextcloud } from './nextcloud';
import { nextjs } from './nextjs';
import { ngenix } from './ngenix';
import { nghttpx } from './nghttpx';
import { nginx } from './nginx';
import { nginxUnit } from './nginx-unit';
import { ngrok } from './ngrok';
import { nitro } from './nitro';
import { node } from './node';
import { nuxt } from './nuxt';
import { openaiApi } from './openai-api';
import { openresty } from './openresty';
import { openshiftRouter } from './openshift-router';
import { ovhCdn } from './ovh-cdn';
import { pantheon } from './pantheon';
import { passenger } from './passenger';
import { phoenix } from './phoenix';
import { php } from './php';
import { phpFpm } from './php-fpm';
import { pound } from './pound';
import { privoxy } from './privoxy';
import { puma } from './puma';
import { pushr } from './pushr';
import { pythonHttpServer } from './python-http-server';
import { qiniu } from './qiniu';
import { qrator } from './qrator';
import { quicCloud } from './quic-cloud';
import { radware } from './radware';
import { rails } from './rails';
import { railway } from './railway';
import { reblaze } from './reblaze';
import { remix } from './remix';
import { render } from './render';
import { replit } from './replit';
import { sectionIo } from './section-io';
import { shopify } from './shopify';
import { sinatra } from './sinatra';
import { sirv } from './sirv';
import { sozu } from './sozu';
import { springBoot } from './spring-boot';
import { springCloudGateway } from './spring-cloud-gateway';
import { squid } from './squid';
import { stackpath } from './stackpath';
import { starman } from './starman';
import { strapi } from './strapi';
import { sucuri } from './sucuri';
import { supabase } from './supabase';
import { sveltekit } from './sveltekit';
import { symfony } from './symfony';
import { tencentCdn } from './tencent-cdn';
import { tencentClb } from './tencent-clb';
import { tengine } from './tengine';
import { thin } from './thin';
import { tinyproxy } from './tinyproxy';
import { tomcat } from './tomcat';
import { tornado } from './tornado';
import { traefik } from './traefik';
import { trafficserver } from './trafficserver';
import { transip } from './transip';
import { twisted } from './twisted';
import { tyk } from './tyk';
import { undertow } from './undertow';
import { upyun } from './upyun';
import { uvicorn } from './uvicorn';
import { uwsgi } from './uwsgi';
import { variti } from './variti';
import { varnish } from './varnish';
import { vercel } from './vercel';
import { vite } from './vite';
import { waitress } from './waitress';
import { wangsu } from './wangsu';
import { weblogic } from './weblogic';
import { weblogicPlugin } from './weblogic-plugin';
import { webpackDevServer } from './webpack-dev-server';
import { webrick } from './webrick';
import { wordpress } from './wordpress';
import { wpEngine } from './wp-engine';
import { wsgiref } from './wsgiref';
import { yarp } from './yarp';
import { zap } from './zap';
import { zscaler } from './zscaler';
import { zuul } from './zuul';

/** Every vendor the project knows. Written by scripts/vendor-list.mjs: add a file, run it. */
export const vendors: readonly Vendor[] = [
  aiohttp,
  airee,
  akamai,
  akkaHttp,
  alibabaAlb,
  alibabaCdn,
  angie,
  anthropicApi,
  apache,
  apigee,
  apisix,
  arvancloud,
  aspnet,
  awsAlb,
  awsAmplify,
  awsApiGateway,
  awsAppRunner,
  awsAppsync,
  awsClb,
  awsElasticBeanstalk,
  awsLambdaUrl,
  awsS3,
  awsServiceApi,
  awsWaf,
  azion,
  azureAgc,
  azureApiManagement,
  azureAppService,
  azureApplicationGateway,
  azureContainerApps,
  azureFrontDoor,
  azureFunctions,
  azureResourceManager,
  azureStaticWebApps,
  baffinBay,
  baiduYunjiasu,
  baleen,
  barracuda,
  beluga,
  bluecoat,
  bunny,
  burp,
  cachefly,
  caddy,
  cdn77,
  cdnetworks,
  charles,
  chinacache,
  citrixAdc,
  clash,
  cloudflare,
  cloudflareWorkers,
  cloudfront,
  cloudlinux,
  codespaces,
  couchdb,
  daphne,
  ddosGuard,
  denoDeploy,
  digitaloceanAppPlatform,
  digitaloceanSpaces,
  django,
  dosarrest,
  drupal,
  edgio,
  envoy,
  express,
  f5Bigip,
  f5Xc,
  fastapi,
  fastify,
  fastly,
  fiddler,
  firebaseHosting,
  flask,
  flyIo,
  fortinet,
  gcore,
  ghost,
  githubPages,
  goNetHttp,
  gocache,
  googleAppEngine,
  googleCloudFunctions,
  googleCloudLb,
  googleCloudRun,
  googleFrontend,
  googleIap,
  gorouter,
  gunicorn,
  h2o,
  hapi,
  haproxy,
  heroku,
  hono,
  hostinger,
  httpProxyMiddleware,
  huaweiCdn,
  huaweiElb,
  ibmDatapower,
  iis,
  iisArr,
  imperva,
  ingressNginx,
  istio,
  jetty,
  jiasule,
  jsdelivr,
  kemp,
  keycdn,
  kinsta,
  koa,
  kong,
  koyeb,
  krakend,
  ksyunWaf,
  kubernetesApiserver,
  laravel,
  leaseweb,
  lighttpd,
  link11,
  linkerd,
  litespeed,
  localstack,
  manus,
  medianova,
  merlinCdn,
  metaProxygen,
  microsoftGraph,
  microsoftTmg,
  minio,
  mitmproxy,
  mojolicious,
  myra,
  nestjs,
  netlify,
  nextcloud,
  nextjs,
  ngenix,
  nghttpx,
  nginx,
  nginxUnit,
  ngrok,
  nitro,
  node,
  nuxt,
  openaiApi,
  openresty,
  openshiftRouter,
  ovhCdn,
  pantheon,
  passenger,
  phoenix,
  php,
  phpFpm,
  pound,
  privoxy,
  puma,
  pushr,
  pythonHttpServer,
  qiniu,
  qrator,
  quicCloud,
  radware,
  rails,
  railway,
  reblaze,
  remix,
  render,
  replit,
  sectionIo,
  shopify,
  sinatra,
  sirv,
  sozu,
  springBoot,
  springCloudGateway,
  squid,
  stackpath,
  starman,
  strapi,
  sucuri,
  supabase,
  sveltekit,
  symfony,
  tencentCdn,
  tencentClb,
  tengine,
  thin,
  tinyproxy,
  tomcat,
  tornado,
  traefik,
  trafficserver,
  transip,
  twisted,
  tyk,
  undertow,
  upyun,
  uvicorn,
  uwsgi,
  variti,
  varnish,
  vercel,
  vite,
  waitress,
  wangsu,
  weblogic,
  weblogicPlugin,
  webpackDevServer,
  webrick,
  wordpress,
  wpEngine,
  wsgiref,
  yarp,
  zap,
  zscaler,
  zuul,
];
