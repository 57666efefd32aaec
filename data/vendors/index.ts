import type { Vendor } from '../../diagnosis/types';
import { anthropicApi } from './anthropic-api';
import { awsAlb } from './aws-alb';
import { awsApiGateway } from './aws-api-gateway';
import { cloudflare } from './cloudflare';
import { cloudflareWorkers } from './cloudflare-workers';
import { cloudlinux } from './cloudlinux';
import { denoDeploy } from './deno-deploy';
import { digitaloceanAppPlatform } from './digitalocean-app-platform';
import { digitaloceanSpaces } from './digitalocean-spaces';
import { firebaseHosting } from './firebase-hosting';
import { flyIo } from './fly-io';
import { githubPages } from './github-pages';
import { heroku } from './heroku';
import { kinsta } from './kinsta';
import { koyeb } from './koyeb';
import { netlify } from './netlify';
import { nginx } from './nginx';
import { openaiApi } from './openai-api';
import { pantheon } from './pantheon';
import { railway } from './railway';
import { render } from './render';
import { replit } from './replit';
import { shopify } from './shopify';
import { supabase } from './supabase';
import { vercel } from './vercel';
import { wpEngine } from './wp-engine';

/** Every vendor the project knows. Written by scripts/vendor-list.mjs: add a file, run it. */
export const vendors: readonly Vendor[] = [
  anthropicApi,
  awsAlb,
  awsApiGateway,
  cloudflare,
  cloudflareWorkers,
  cloudlinux,
  denoDeploy,
  digitaloceanAppPlatform,
  digitaloceanSpaces,
  firebaseHosting,
  flyIo,
  githubPages,
  heroku,
  kinsta,
  koyeb,
  netlify,
  nginx,
  openaiApi,
  pantheon,
  railway,
  render,
  replit,
  shopify,
  supabase,
  vercel,
  wpEngine,
];
