import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGuesses, type Guess } from '../../server/services/identity/guesses.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { enrolled } from '../helpers/authenticator.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const HALL = '203.0.113.7'
let app: TestApp
beforeEach(async () => {
  app = await testApp({ env: { TRUST_PROXY: 'true' } })
})
afterEach(() => app.close())

const signIn = (username: string, password = 'tanggap-demo', network = HALL, who: Visitor = app.visitor()) =>
  who.post('/api/login', { username, password }, { 'x-forwarded-for': network })
/** Wrong passwords, one after another; the last answer. */
async function guess(username: string, times: number, network?: string, who?: Visitor) {
  for (let i = 1; i < times; i++) await signIn(username, 'bukan', network, who)
  return signIn(username, 'bukan', network, who)
}

describe('guessing a password', () => {
  it('is slowed down for that name only, and says when to come back [A4]', async () => {
    expect((await guess('petugas1', 8)).status).toBe(401)
    const refused = await signIn('petugas1')
    expect([refused.status, refused.body.error.code]).toEqual([429, 'TOO_MANY_ATTEMPTS'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await signIn('petugas2')).status).toBe(200)
    expect((await signIn('petugas1', 'tanggap-demo', '203.0.113.8')).status).toBe(200)
  })

  it('does not get further by two hundred guesses at once: eight are tried [A4]', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => signIn('petugas1', 'bukan')))
    expect(answers.filter(a => a.status === 401)).toHaveLength(8)
    expect(answers.filter(a => a.status === 429)).toHaveLength(192)
  })

  it('does not get further by changing the half of an IPv6 address that one may change [A4]', async () => {
    for (let i = 1; i <= 8; i++) await signIn('petugas1', 'bukan', `2001:db8:1:2::${i}`)
    expect((await signIn('petugas1', 'tanggap-demo', '2001:db8:1:2:9::9')).status).toBe(429)
    expect((await signIn('petugas1', 'tanggap-demo', '2001:db8:1:3::1')).status).toBe(200)
    await guess('petugas2', 8, '::ffff:203.0.113.9')
    for (const same of ['203.0.113.9', '::ffff:cb00:7109'])
      expect([same, (await signIn('petugas2', 'tanggap-demo', same)).status]).toEqual([same, 429])
  })

  it('of many names from one network shuts out strangers, not a name that signs in there [A4]', async () => {
    expect((await signIn('petugas1')).status).toBe(200)
    for (let i = 0; i < 60; i++) await signIn(`orang${i}`, 'bukan')
    expect((await signIn('petugas2')).status).toBe(429)
    expect((await signIn('petugas1')).status).toBe(200)
  })

  it('of one name is slowed down over all networks, and shuts out no browser or network in which that name signs in [A4]', async () => {
    const own = app.visitor()
    expect((await signIn('petugas1', 'tanggap-demo', '203.0.113.50', own)).status).toBe(200)
    const answers = []
    for (let i = 0; i < 60; i++) answers.push(await signIn('petugas1', 'bukan', `2001:db8:1:${i.toString(16)}::1`))
    expect(answers.filter(a => a.status === 401)).toHaveLength(24)
    expect((await signIn('petugas1', 'tanggap-demo', '198.51.100.1')).status).toBe(429)
    expect((await signIn('petugas1', 'tanggap-demo', '198.51.100.1', own)).status).toBe(200)
    expect((await signIn('petugas1', 'tanggap-demo', '203.0.113.50')).status).toBe(200)
    expect((await signIn('petugas2', 'tanggap-demo', '2001:db8:1:1::1')).status).toBe(200)
  })

  it('a thousand times at once from a thousand networks locks nobody out who signed in before in this browser, also with a code [A4]', async () => {
    const own = app.visitor()
    await signIn('petugas1', 'tanggap-demo', '203.0.113.50', own)
    const { phone } = await enrolled(app, own)
    app.clock.now += MINUTE
    const crowd = Array.from({ length: 1_000 }, (_, n) => signIn('petugas1', 'bukan', `2001:db8:${n.toString(16)}::1`))
    const first = await signIn('petugas1', 'tanggap-demo', '198.51.100.1', own)
    const second = await own.post('/api/login/code', { code: phone.code() }, { 'x-forwarded-for': '198.51.100.1' })
    expect([first.body, second.body.staff?.id]).toEqual([{ next: 'code' }, 'p1'])
    const answers = await Promise.all(crowd)
    expect(answers.filter(a => a.status === 401).length).toBeLessThanOrEqual(24)
    expect(answers.filter(a => a.status === 429).length).toBeGreaterThanOrEqual(976)
  })

  it('has an allowance apart from what else comes from its network, which refuses nobody at the sign-in [A4]', async () => {
    const logout = () => app.visitor().post('/api/logout', {}, { 'x-forwarded-for': HALL })
    let last = await logout()
    for (let i = 0; i < 700 && last.status === 200; i++) last = await logout()
    expect(last.status).toBe(429)
    expect((await signIn('petugas1')).status).toBe(200)
  })

  it('takes nothing from a browser in which the name signed in before, and that one has eight of its own [A4]', async () => {
    const own = app.visitor()
    expect((await signIn('petugas1', 'tanggap-demo', HALL, own)).status).toBe(200)
    await guess('petugas1', 9)
    expect((await signIn('petugas1')).status).toBe(429)
    expect((await signIn('petugas1', 'tanggap-demo', HALL, own)).status).toBe(200)
    expect((await guess('petugas1', 8, HALL, own)).status).toBe(401)
    expect((await signIn('petugas1', 'tanggap-demo', HALL, own)).status).toBe(429)
  })

  it('finds no other name more open in a browser that knows one, and no name in its cookie [A4]', async () => {
    const own = app.visitor()
    await signIn('petugas1', 'tanggap-demo', HALL, own)
    await guess('petugas2', 8)
    expect((await signIn('petugas2', 'tanggap-demo', HALL, own)).status).toBe(429)
    const [name] = [...own.cookies.keys()].filter(n => n.startsWith('tanggap_browser_'))
    await signIn('petugas3', 'tanggap-demo', HALL, own)
    const [, other] = [...own.cookies.keys()].filter(n => n.startsWith('tanggap_browser_'))
    own.cookies.set(other!.replace(/_[^_]+$/, `_${'x'.repeat(16)}`), own.cookies.get(name!)!)
    own.cookies.set(other!, own.cookies.get(name!)!)
    expect((await guess('petugas3', 8)).status).toBe(401)
    expect((await signIn('petugas3', 'tanggap-demo', HALL, own)).status).toBe(429)
    expect([...own.cookies].flat().join(' ')).not.toContain('petugas')
  })
})

describe('the check of a password', () => {
  const stranger = (n: number): Guess => ({ network: `n${n}`, crowd: `c${n}`, username: `u${n}`, browser: undefined })

  it('is done for one guest at a time, while known browsers have a turn of their own', async () => {
    const guesses = createGuesses()
    let now = 0
    let most = 0
    let release = () => {}
    const held = new Promise<void>(resolve => (release = resolve))
    const check = async () => {
      most = Math.max(most, ++now)
      await held
      now--
    }
    const guests = [1, 2, 3].map(n => guesses.attempt(stranger(n), check))
    await guesses.attempt({ ...stranger(1), browser: 'known' }, async () => {})
    release()
    await Promise.all(guests)
    expect(most).toBe(1)
  })

  it('lets a hundred colleagues begin their day at once from one network, sends others away and counts no guess that was not looked at', async () => {
    const guesses = createGuesses()
    let release = () => {}
    const held = new Promise<void>(resolve => (release = resolve))
    const hall = { network: 'hall', crowd: 'hall' }
    const waiting = Array.from({ length: 101 }, (_, n) => guesses.attempt({ ...stranger(n), ...hall }, () => held))
    const late = guesses.attempt({ ...stranger(999), ...hall }, async () => {})
    await expect(late).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS', data: { retryAfter: 3 } })
    release()
    await Promise.all(waiting)
    const broken = async () => Promise.reject(new Error('the disk is full'))
    for (let i = 0; i < 9; i++) await expect(guesses.attempt(stranger(999), broken)).rejects.toThrow('disk')
  })

  /** A hundred and one guesses of others, of whom one is being checked, and then somebody alone. */
  async function behind(crowd: (n: number) => Partial<Guess>, random = () => 0) {
    const guesses = createGuesses(random)
    let release = () => {}
    const held = new Promise<void>(resolve => (release = resolve))
    const refused: number[] = []
    const others = Array.from({ length: 101 }, (_, n) =>
      guesses.attempt({ ...stranger(n), ...crowd(n) }, () => held).catch(() => refused.push(n)),
    )
    let done = false
    const alone = guesses.attempt(stranger(500), async () => void (done = true)).catch(() => {})
    release()
    await Promise.all([...others, alone])
    return { done, refused }
  }

  it('has room for somebody alone behind a crowd of many networks of one owner, whose last one goes [A4]', async () => {
    expect(await behind(() => ({ crowd: 'one owner' }))).toEqual({ done: true, refused: [100] })
  })

  it('has room for somebody alone behind a crowd that is after one name [A4]', async () => {
    expect(await behind(() => ({ username: 'petugas1' }))).toEqual({ done: true, refused: [100] })
  })

  it('goes by lot where everybody comes alone, so that a crowd shuts out nobody wholly [A4]', async () => {
    expect(await behind(() => ({}))).toEqual({ done: true, refused: [1] })
    expect(
      await behind(
        () => ({}),
        () => 0.999,
      ),
    ).toEqual({ done: false, refused: [] })
  })
})
