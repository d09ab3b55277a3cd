import type { CamePage } from './offline-copy.ts'

/**
 * Registers the service worker and lets it keep this page with its files, to be opened without a network. `page` is the page as it
 * came, which is not fetched again then; without it the worker fetches it.
 */
export async function keepOffline(page?: CamePage): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register('/sw.js', { scope: '/t/' })
  const registration = await navigator.serviceWorker.ready
  const files = document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]')
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name)
  const keep = [location.href, ...[...files].map(f => ('href' in f ? f.href : f.src)), ...loaded]
  registration.active?.postMessage({ keep: [...new Set(keep)], page })
  return registration
}
