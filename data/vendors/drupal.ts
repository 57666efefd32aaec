import type { Vendor } from '../../diagnosis/types';
import { json } from '../bodies';

const src = {
  source: 'https://github.com/drupal/drupal/blob/11.x/core/lib/Drupal/Core/EventSubscriber/FinalExceptionSubscriber.php',
  verified: '2026-11-22',
} as const;

/** Drupal. */
export const drupal: Vendor = {
  id: 'drupal',
  name: 'Drupal',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { any: [{ header: 'x-generator', has: 'Drupal' }, { header: 'x-drupal-cache' }, { header: 'x-drupal-dynamic-cache' }] },
      says: '`{value}` in a header of Drupal',
      documented: true,
      ...src,
    },
  ],
  issued: [
    {
      when: { all: [{ body: 'The website encountered an unexpected error.' }, { not: json }] },
      strength: 'conclusive',
      says: "`{value}` is Drupal's sentence",
      documented: true,
      ...src,
    },
    {
      when: { all: [{ status: 503 }, { body: 'is currently under maintenance. We should be back shortly.' }] },
      strength: 'conclusive',
      says: "The sentence is Drupal's maintenance page",
      documented: true,
      ...src,
    },
  ],

  codes: [
    {
      status: 503,
      when: { body: 'under maintenance' },
      role: 'application',
      fault: 'maintenance',
      confidence: 'likely',
      cause: 'Drupal is in maintenance mode.',
      look: '`drush state:get system.maintenance_mode`',
      steps: [{ text: 'Switch maintenance mode off', command: 'drush state:set system.maintenance_mode 0' }],
      ...src,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A module, theme or Drupal itself threw.',
      look: "Drupal's log (`drush watchdog:show`) and PHP's error log",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Read the log', command: 'drush watchdog:show --severity=Error' },
    { text: 'Rebuild the caches', command: 'drush cache:rebuild' },
  ],

  docs: 'https://www.drupal.org/docs',
};
