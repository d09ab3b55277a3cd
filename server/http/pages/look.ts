import { accentStyle } from '../../../shared/office/look/accent.ts'
import type { Door } from '../mount.ts'

/** What has its content in its address never changes under it. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** How an office looks: the style of its colour, and its logo. */
export function mountLook({ app }: Door, logoOf: (id: string) => Promise<Buffer | undefined>): void {
  app.get('/accent/:style{[0-9a-f]{6}\\.css}', c => {
    c.set('route', 'GET /accent/:style')
    const style = accentStyle(`#${c.req.param('style').slice(0, 6)}`)
    return c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': FOR_EVER })
  })
  app.get('/logo/:picture{[\\w-]{22}\\.png}', async (c, next) => {
    c.set('route', 'GET /logo/:picture')
    const bytes = await logoOf(c.req.param('picture').slice(0, 22))
    if (!bytes) return next()
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'image/png', 'Cache-Control': FOR_EVER })
  })
}
