import { isOver, keptAs, markedCopy, type CamePage } from './offline/offline-copy.ts'

declare const self: ServiceWorkerGlobalScope

const CACHE = 'ticket'
const KEPT_AT = 'X-Tanggap-Kept'
/** On the copy that stands in for a page that could not be fetched: the instant from which it is. */
const COPY = 'X-Tanggap-Copy'

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', event => {
  const { request } = event
  const kind = request.method === 'GET' ? keptAs(request.url, self.location.origin) : undefined
  if (kind === 'page' && request.mode === 'navigate') event.respondWith(page(request))
  if (kind === 'asset') event.respondWith(asset(request))
})

// The page that registers was there first: it names itself and its files, so that it can be opened without a network too.
self.addEventListener('message', event => {
  const { keep: urls, page: came } = (event.data ?? {}) as { keep?: unknown; page?: CamePage }
  if (!Array.isArray(urls)) return
  const mine = urls.filter((u): u is string => typeof u === 'string' && keptAs(u, self.location.origin) !== undefined)
  event.waitUntil(Promise.allSettled(mine.map(url => keep(new Request(url), came))))
})

self.addEventListener('push', event => {
  const { id, title, body, url } = event.data?.json() as Record<'id' | 'title' | 'body' | 'url', string>
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag: id,
      icon: '/mark.svg',
      data: url,
      requireInteraction: true,
    }),
  )
})

self.addEventListener('notificationclick', event => {
  event.notification.close()
  const url = new URL(String(event.notification.data), self.location.origin)
  if (keptAs(url.href, self.location.origin) === 'page') event.waitUntil(show(url))
})

async function page(request: Request): Promise<Response> {
  try {
    const fresh = await fetch(request)
    await keepPage(request.url, fresh.clone())
    return fresh
  } catch (error) {
    const copy = await caches.match(keyOf(request.url))
    if (!copy) throw error
    const keptAt = copy.headers.get(KEPT_AT) ?? '0'
    const headers = new Headers(copy.headers)
    headers.set(COPY, keptAt)
    return new Response(markedCopy(await copy.text(), Number(keptAt)), { headers })
  }
}

async function asset(request: Request): Promise<Response> {
  const copy = await caches.match(request)
  if (copy) return copy
  return fetch(request)
}

async function keep(request: Request, came: CamePage | undefined): Promise<void> {
  if (keptAs(request.url, self.location.origin) === 'page') {
    // Whether it is still there, and its headers; what it says has come already.
    const fresh = await fetch(request, came ? { method: 'HEAD' } : {})
    return keepPage(request.url, came ? new Response(came.html, fresh) : fresh, came?.at)
  }
  const fresh = await fetch(request)
  if (fresh.ok) await (await caches.open(CACHE)).put(request, fresh)
}

async function keepPage(url: string, fresh: Response, at = Date.now()): Promise<void> {
  const html = await fresh.text()
  if (fresh.status >= 500) return
  if (!fresh.ok || isOver(html)) return forget(url)
  const headers = new Headers(fresh.headers)
  headers.delete('Content-Encoding')
  headers.set(KEPT_AT, String(at))
  await (await caches.open(CACHE)).put(keyOf(url), new Response(html, { headers }))
}

/** Once a ticket is over its copy goes, and with the last ticket everything else. */
async function forget(url: string): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.delete(keyOf(url))
  const left = await cache.keys()
  if (!left.some(r => keptAs(r.url, self.location.origin) === 'page')) await caches.delete(CACHE)
}

async function show(url: URL): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = windows.find(w => new URL(w.url).pathname === url.pathname)
  if (there) await there.focus()
  else await self.clients.openWindow(url.href)
}

/** One copy per ticket, in the language looked at last. */
function keyOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}
