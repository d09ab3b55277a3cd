import { call } from '../shared/web/client.ts'
import type { Lang } from '../shared/kit/words.ts'
import type { PushAnswer } from './alert.ts'
import { keepOffline } from './offline/keep-offline.ts'

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

/** Takes the wish back for this ticket; the browser stays known for others. */
export async function stopPush(token: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/t/')
  const subscription = await registration?.pushManager.getSubscription()
  if (!subscription) return
  await call('POST /api/tickets/:token/push/off', { params: { token }, body: { endpoint: subscription.endpoint } })
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, letter => letter.charCodeAt(0))
}
