import { apache } from './apache';
import { caddy } from './caddy';
import type { Front } from './front';
import { haproxy } from './haproxy';
import { nginx } from './nginx';
import { varnish } from './varnish';

/** The reverse proxies of the lab. */
export const fronts: readonly Front[] = [nginx, haproxy, apache, varnish, caddy];
