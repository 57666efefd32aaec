import type { Site } from '../processes';

/** What stands behind a front, by the first segment of the path. */
export interface Upstreams {
  /** Speaks HTTP and misbehaves as asked. */
  readonly app: number;
  /** Nothing listens. */
  readonly refused: number;
  /** Its handshake never ends. */
  readonly blackhole: number;
  /** HTTPS with a certificate that has expired, by a trusted authority. */
  readonly tlsExpired: number;
  /** HTTPS with a certificate that signs itself. */
  readonly tlsSelfSigned: number;
  /** A DNS server (UDP) that knows no name. */
  readonly dns: number;
  /** PEM file of the authority that the fronts trust. */
  readonly ca: string;
  /** PEM file with key and certificate for the fronts' own HTTPS. */
  readonly pem: string;
}

/** A running reverse proxy. */
export interface Running {
  readonly http: number;
  /** HTTP/2 over TLS. */
  readonly https: number;
}

/** A reverse proxy of the lab. */
export interface Front {
  /** The vendor id of the truth. */
  readonly id: string;
  readonly program: string;
  /** Debian packages that bring it. */
  readonly packages: readonly string[];
  /** First path segments that it serves over plain HTTP; over TLS it serves `app` and `refused` at least. */
  readonly routes: readonly Route[];
  /** It takes HTTP/2 over TLS. */
  readonly tls: boolean;
  /** The header by which a response that it only passed on shows it; null: nothing does. */
  readonly trace: { readonly name: string; readonly value: RegExp } | null;
  /** `seconds` is its connect and read timeout: short, since the defaults are data of the engine and not waited for. */
  start(site: Site, up: Upstreams, ports: Running, seconds: number): Promise<void>;
}

export const ROUTES = [
  'app',
  'refused',
  'blackhole',
  'tls-expired',
  'tls-selfsigned',
  'tls-plain',
  'dns',
  'none',
  'limit',
  'own-500',
  'own-503',
] as const;
export type Route = (typeof ROUTES)[number];

/** A name that every resolver refuses without asking the network: it has an empty label. */
export const NO_NAME = 'nosuch..invalid';
