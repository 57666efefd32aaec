import type { Vendor } from '../../diagnosis/types';
import { awsAlb } from './aws-alb';
import { awsApiGateway } from './aws-api-gateway';
import { cloudflare } from './cloudflare';
import { cloudflareWorkers } from './cloudflare-workers';
import { denoDeploy } from './deno-deploy';
import { digitaloceanAppPlatform } from './digitalocean-app-platform';
import { digitaloceanSpaces } from './digitalocean-spaces';
import { firebaseHosting } from './firebase-hosting';
import { flyIo } from './fly-io';
import { githubPages } from './github-pages';
import { heroku } from './heroku';
import { koyeb } from './koyeb';
import { netlify } from './netlify';
import { nginx } from './nginx';
import { railway } from './railway';
import { render } from './render';
import { shopify } from './shopify';
import { vercel } from './vercel';

/** Every vendor the project knows. Written by scripts/vendor-list.mjs: add a file, run it. */
export const vendors: readonly Vendor[] = [
  awsAlb,
  awsApiGateway,
  cloudflare,
  cloudflareWorkers,
  denoDeploy,
  digitaloceanAppPlatform,
  digitaloceanSpaces,
  firebaseHosting,
  flyIo,
  githubPages,
  heroku,
  koyeb,
  netlify,
  nginx,
  railway,
  render,
  shopify,
  vercel,
];
