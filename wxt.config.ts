import { defineConfig } from 'wxt';
import { orderVendorsPlugin } from './scripts/order-vendors';
import { stripCitationsPlugin } from './scripts/strip-citations';

export default defineConfig({
  imports: false,
  // Both browsers preload modules themselves; the polyfill would be the only fetch in the code.
  vite: () => ({
    plugins: [orderVendorsPlugin(import.meta.dirname), stripCitationsPlugin(import.meta.dirname)],
    build: { modulePreload: { polyfill: false } },
  }),
  manifestVersion: 3,
  // The source package holds what the extension is built from, and how to build it.
  zip: { excludeSources: ['tests/**', '**/*.log'] },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '5xx-inspector@5xx-inspector.dev',
              // The first that knows data_collection_permissions, on the desktop and on Android.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
    // No permission at all: the devtools API needs none, and nothing leaves the machine.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'",
    },
  }),
});
