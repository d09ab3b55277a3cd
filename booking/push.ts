import { call } from '../shared/web/client.ts'
import type { Lang } from '../shared/text/text.ts'

/** What became of the wish to be told: on, refused by the person, not known to this browser, or not reached just now. */
export type PushAnswer = 'on' | 'denied' | 'unsupported' | 'failed'

/** Asks to be told about a ticket by Web Push; call it from a touch, or the browser does not ask. */
export async function askForPush(token: string): Promise<PushAnswer> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'unsupported'
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  try {
    const registration = await keepOffline()
    const { key } = await call('GET /api/push/key', {})
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: bytesOf(key),
    })
    const { endpoint, keys } = subscription.toJSON()
    const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'id'
    await call('POST /api/tickets/:token/push', {
      params: { token },
      body: { lang, subscription: { endpoint: endpoint!, keys: { p256dh: keys!['p256dh']!, auth: keys!['auth']! } } },
    })
    return 'on'
  } catch {
    return 'failed'
  }
}

/** Registers the service worker and lets it keep this page with its files, to be opened without a network. */
export async function keepOffline(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register('/sw.js', { scope: '/t/' })
  const registration = await navigator.serviceWorker.ready
  const files = document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]')
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name)
  const keep = [location.href, ...[...files].map(f => ('href' in f ? f.href : f.src)), ...loaded]
  registration.active?.postMessage({ keep: [...new Set(keep)] })
  return registration
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, letter => letter.charCodeAt(0))
}
