import type { Vendor } from '../../diagnosis/types';
import { airee } from './airee';
import { akamai } from './akamai';
import { alibabaCdn } from './alibaba-cdn';
import { anthropicApi } from './anthropic-api';
import { arvancloud } from './arvancloud';
import { awsAlb } from './aws-alb';
import { awsApiGateway } from './aws-api-gateway';
import { azion } from './azion';
import { baffinBay } from './baffin-bay';
import { baiduYunjiasu } from './baidu-yunjiasu';
import { baleen } from './baleen';
import { barracuda } from './barracuda';
import { beluga } from './beluga';
import { bunny } from './bunny';
import { cachefly } from './cachefly';
import { cdn77 } from './cdn77';
import { cdnetworks } from './cdnetworks';
import { chinacache } from './chinacache';
import { citrixAdc } from './citrix-adc';
import { cloudflare } from './cloudflare';
import { cloudflareWorkers } from './cloudflare-workers';
import { cloudlinux } from './cloudlinux';
import { ddosGuard } from './ddos-guard';
import { denoDeploy } from './deno-deploy';
import { digitaloceanAppPlatform } from './digitalocean-app-platform';
import { digitaloceanSpaces } from './digitalocean-spaces';
import { dosarrest } from './dosarrest';
import { edgio } from './edgio';
import { f5Bigip } from './f5-bigip';
import { f5Xc } from './f5-xc';
import { fastly } from './fastly';
import { firebaseHosting } from './firebase-hosting';
import { flyIo } from './fly-io';
import { gcore } from './gcore';
import { githubPages } from './github-pages';
import { gocache } from './gocache';
import { heroku } from './heroku';
import { huaweiCdn } from './huawei-cdn';
import { ibmDatapower } from './ibm-datapower';
import { imperva } from './imperva';
import { jsdelivr } from './jsdelivr';
import { kemp } from './kemp';
import { keycdn } from './keycdn';
import { kinsta } from './kinsta';
import { koyeb } from './koyeb';
import { leaseweb } from './leaseweb';
import { link11 } from './link11';
import { medianova } from './medianova';
import { merlinCdn } from './merlin-cdn';
import { metaProxygen } from './meta-proxygen';
import { myra } from './myra';
import { netlify } from './netlify';
import { ngenix } from './ngenix';
import { nginx } from './nginx';
import { openaiApi } from './openai-api';
import { ovhCdn } from './ovh-cdn';
import { pantheon } from './pantheon';
import { pushr } from './pushr';
import { qiniu } from './qiniu';
import { qrator } from './qrator';
import { quicCloud } from './quic-cloud';
import { radware } from './radware';
import { railway } from './railway';
import { reblaze } from './reblaze';
import { render } from './render';
import { replit } from './replit';
import { sectionIo } from './section-io';
import { shopify } from './shopify';
import { sirv } from './sirv';
import { stackpath } from './stackpath';
import { sucuri } from './sucuri';
import { supabase } from './supabase';
import { tencentCdn } from './tencent-cdn';
import { transip } from './transip';
import { upyun } from './upyun';
import { variti } from './variti';
import { vercel } from './vercel';
import { wangsu } from './wangsu';
import { wpEngine } from './wp-engine';

/** Every vendor the project knows. Written by scripts/vendor-list.mjs: add a file, run it. */
export const vendors: readonly Vendor[] = [
  airee,
  akamai,
  alibabaCdn,
  anthropicApi,
  arvancloud,
  awsAlb,
  awsApiGateway,
  azion,
  baffinBay,
  baiduYunjiasu,
  baleen,
  barracuda,
  beluga,
  bunny,
  cachefly,
  cdn77,
  cdnetworks,
  chinacache,
  citrixAdc,
  cloudflare,
  cloudflareWorkers,
  cloudlinux,
  ddosGuard,
  denoDeploy,
  digitaloceanAppPlatform,
  digitaloceanSpaces,
  dosarrest,
  edgio,
  f5Bigip,
  f5Xc,
  fastly,
  firebaseHosting,
  flyIo,
  gcore,
  githubPages,
  gocache,
  heroku,
  huaweiCdn,
  ibmDatapower,
  imperva,
  jsdelivr,
  kemp,
  keycdn,
  kinsta,
  koyeb,
  leaseweb,
  link11,
  medianova,
  merlinCdn,
  metaProxygen,
  myra,
  netlify,
  ngenix,
  nginx,
  openaiApi,
  ovhCdn,
  pantheon,
  pushr,
  qiniu,
  qrator,
  quicCloud,
  radware,
  railway,
  reblaze,
  render,
  replit,
  sectionIo,
  shopify,
  sirv,
  stackpath,
  sucuri,
  supabase,
  tencentCdn,
  transip,
  upyun,
  variti,
  vercel,
  wangsu,
  wpEngine,
];
