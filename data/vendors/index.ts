import type { Vendor } from '../../diagnosis/types';
import { awsAlb } from './aws-alb';
import { awsApiGateway } from './aws-api-gateway';
import { cloudflare } from './cloudflare';
import { cloudflareWorkers } from './cloudflare-workers';
import { flyIo } from './fly-io';
import { heroku } from './heroku';
import { netlify } from './netlify';
import { nginx } from './nginx';
import { railway } from './railway';
import { render } from './render';
import { vercel } from './vercel';

/** Every vendor the project knows. Written by scripts/vendor-list.mjs: add a file, run it. */
export const vendors: readonly Vendor[] = [
  awsAlb,
  awsApiGateway,
  cloudflare,
  cloudflareWorkers,
  flyIo,
  heroku,
  netlify,
  nginx,
  railway,
  render,
  vercel,
];
