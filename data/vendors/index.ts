import type { Vendor } from '../../diagnosis/types';
import { awsAlb } from './aws-alb';
import { awsApiGateway } from './aws-api-gateway';
import { cloudflare } from './cloudflare';
import { cloudflareWorkers } from './cloudflare-workers';
import { nginx } from './nginx';
import { vercel } from './vercel';

/** Every vendor the project knows. Written by scripts/vendor-list.mjs: add a file, run it. */
export const vendors: readonly Vendor[] = [awsAlb, awsApiGateway, cloudflare, cloudflareWorkers, nginx, vercel];
