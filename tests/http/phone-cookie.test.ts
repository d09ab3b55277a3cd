import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Env } from '../../server/http/context.ts'
import { createPhoneCookies } from '../../server/http/phone-cookie.ts'
import { createSigner, randomId } from '../../server/services/identity/secrets.ts'

const key = Buffer.alloc(32, 7)
const cookies = (purpose = 'phone', secure = false) =>
  createPhoneCookies({ signer: createSigner(key, purpose), secure })

const phone = (id: string, booked = true) => ({ id, booked })
const said = (it?: { id: string; booked: boolean }) => (it ? `${it.id}${it.booked ? '' : ' is new'}` : 'unknown')

async function phoneIn(cookie: string): Promise<string> {
  const app = new Hono<Env>().get('/', c => c.text(said(cookies().phoneOf(c))))
  return (await app.request('/', { headers: { cookie } })).text()
}

describe('the cookie of a phone', () => {
  it('is unreadable to scripts, stays for 400 days and names the phone when it comes back', async () => {
    const id = randomId()
    const cookie = cookies().phoneCookie(phone(id))
    expect(cookie).toMatch(/^tanggap_phone=[\w.-]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(await phoneIn(cookie.split(';')[0]!)).toBe(id)
  })

  it('says of a phone that has only seen a form that it has booked nothing', async () => {
    const id = randomId()
    expect(await phoneIn(cookies().phoneCookie(phone(id, false)).split(';')[0]!)).toBe(`${id} is new`)
  })

  it('is Secure when people reach the office over TLS', () => {
    expect(cookies('phone', true).phoneCookie(phone(randomId()))).toMatch(/; Secure/)
  })

  it('is nobody when it was made up, changed or signed for another purpose', async () => {
    const id = randomId()
    const mine = cookies().phoneCookie(phone(id)).split(';')[0]!
    const session = cookies('session').phoneCookie(phone(id)).split(';')[0]!
    for (const cookie of ['', `tanggap_phone=${id}`, mine.replace(id, randomId()), session])
      expect(await phoneIn(cookie)).toBe('unknown')
  })
})
