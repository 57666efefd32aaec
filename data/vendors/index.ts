import type { Vendor } from '../../diagnosis/types';
import { akamai } from './akamai';
import { alibabaCdn } from './alibaba-cdn';
import { anthropicApi } from './anthropic-api';
import { awsAlb } from './aws-alb';
import { awsApiGateway } from './aws-api-gateway';
import { bunny } from './bunny';
import { citrixAdc } from './citrix-adc';
import { cloudflare } from './cloudflare';
import { cloudflareWorkers } from './cloudflare-workers';
import { cloudlinux } from './cloudlinux';
import { denoDeploy } from './deno-deploy';
import { digitaloceanAppPlatform } from './digitalocean-app-platform';
import { digitaloceanSpaces } from './digitalocean-spaces';
import { f5Bigip } from './f5-bigip';
import { f5Xc } from './f5-xc';
import { fastly } from './fastly';
import { firebaseHosting } from './firebase-hosting';
import { flyIo } from './fly-io';
import { githubPages } from './github-pages';
import { heroku } from './heroku';
import { imperva } from './imperva';
import { jsdelivr } from './jsdelivr';
import { kinsta } from './kinsta';
import { koyeb } from './koyeb';
import { metaProxygen } from './meta-proxygen';
import { netlify } from './netlify';
import { nginx } from './nginx';
import { openaiApi } from './openai-api';
import { pantheon } from './pantheon';
import { railway } from './railway';
import { render } from './render';
import { replit } from './replit';
import { shopify } from './shopify';
import { sucuri } from './sucuri';
import { supabase } from './supabase';
import { tencentCdn } from './tencent-cdn';
import { upyun } from './upyun';
import { vercel } from './vercel';
import { wpEngine } from './wp-engine';

/** Every vendor the project knows. Written by scripts/vendor-list.mjs: add a file, run it. */
export const vendors: readonly Vendor[] = [
  akamai,
  alibabaCdn,
  anthropicApi,
  awsAlb,
  awsApiGateway,
  bunny,
  citrixAdc,
  cloudflare,
  cloudflareWorkers,
  cloudlinux,
  denoDeploy,
  digitaloceanAppPlatform,
  digitaloceanSpaces,
  f5Bigip,
  f5Xc,
  fastly,
  firebaseHosting,
  flyIo,
  githubPages,
  heroku,
  imperva,
  jsdelivr,
  kinsta,
  koyeb,
  metaProxygen,
  netlify,
  nginx,
  openaiApi,
  pantheon,
  railway,
  render,
  replit,
  shopify,
  sucuri,
  supabase,
  tencentCdn,
  upyun,
  vercel,
  wpEngine,
];
