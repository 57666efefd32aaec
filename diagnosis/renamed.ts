import type { OnPathMark, Vendor } from './types';

/** Amazon API Gateway gives the integration's `server` this name. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
const RENAMED = 'x-amzn-remapped-server';

/** The mark that reads the same product behind API Gateway; null where the mark reads more than `server`. */
function renamed(mark: OnPathMark): OnPathMark | null {
  if (!('header' in mark.when) || mark.when.header !== 'server') return null;
  return { ...mark, when: { ...mark.when, header: RENAMED }, says: 'API Gateway renamed the `server: {value}` of what is behind it' };
}

/** A vendor whose presence also shows in the `server` header as API Gateway renames it. */
export function withRenamed(vendor: Vendor): Vendor {
  const more = vendor.onPath.map(renamed).filter((mark) => mark !== null);
  return more.length === 0 ? vendor : { ...vendor, onPath: [...vendor.onPath, ...more] };
}
