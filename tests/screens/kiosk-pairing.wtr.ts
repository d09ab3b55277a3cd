import { expect } from '@open-wc/testing'
import { ensureDevice, type PairingStep } from '../../shared/web/device.ts'

type Reply = readonly [status: number, body: unknown] | 'lost'

const device = { id: 'd1', kind: 'kiosk', name: 'Kiosk 2', officeId: 'samarinda', pairedAt: 0, lastSeenAt: null }
const no = (code: string, status = 409): Reply => [status, { error: { code } }]
const realFetch = window.fetch
let asked: string[] = []

/** Answers per route, in order; the last one of a route is repeated. */
function serve(script: Record<string, Reply[]>): void {
  asked = []
  window.fetch = async input => {
    const path = String(input).split('?')[0]!.replace('/api/', '')
    asked.push(path)
    const replies = script[path]!
    const reply = replies.length > 1 ? replies.shift()! : replies[0]!
    if (reply === 'lost') throw new TypeError('network')
    return new Response(JSON.stringify(reply[1]), { status: reply[0] })
  }
}

async function pair(): Promise<{ name: string; steps: PairingStep[] }> {
  const steps: PairingStep[] = []
  const { name } = await ensureDevice('kiosk', { show: s => steps.push(s), sleep: () => Promise.resolve() })
  return { name, steps }
}

const unknown: Reply = [200, { device: null }]
const offer = (code: string, now = Date.now()): Reply => [
  201,
  { pairingId: 'p1', secret: 'invented-secret', code, expiresAt: now + 600_000, pollMs: 1 },
]

describe('pairing a kiosk', () => {
  afterEach(() => (window.fetch = realFetch))

  it('asks nobody when it is paired already', async () => {
    serve({ 'devices/me': [[200, { device }]] })
    expect((await pair()).name).to.equal('Kiosk 2')
    expect(asked).to.deep.equal(['devices/me'])
  })

  it('pairs itself where the demo allows it', async () => {
    serve({ 'devices/me': [unknown], 'devices/demo': [[200, { device }]] })
    expect((await pair()).steps.map(s => s.kind)).to.deep.equal(['asking'])
  })

  it('shows a code until an administrator has approved it, and a new one when it has expired', async () => {
    serve({
      'devices/me': [unknown],
      'devices/demo': [no('DEMO_ONLY', 403)],
      health: [[200, { now: Date.now() }]],
      'devices/pairings': [offer('AAAA2222'), offer('BBBB3333')],
      'devices/pairings/claim': [no('PAIRING_PENDING'), no('PAIRING_UNKNOWN', 404), [200, { device }]],
    })
    const { name, steps } = await pair()
    expect(name).to.equal('Kiosk 2')
    const codes = steps.map(s => (s.kind === 'code' ? s.code : s.kind))
    expect([...new Set(codes)]).to.deep.equal(['asking', 'AAAA2222', 'BBBB3333'])
  })

  it('counts a code down by its own clock, however wrong that is', async () => {
    const serverNow = Date.now() + 3_600_000
    serve({
      'devices/me': [unknown],
      'devices/demo': [no('DEMO_ONLY', 403)],
      health: [[200, { now: serverNow }]],
      'devices/pairings': [offer('AAAA2222', serverNow)],
      'devices/pairings/claim': [[200, { device }]],
    })
    const step = (await pair()).steps.find(s => s.kind === 'code')!
    expect(step.kind === 'code' && step.expiresAt - Date.now()).to.be.closeTo(600_000, 2_000)
  })

  it('goes on asking a server that is away, and says so', async () => {
    serve({ 'devices/me': ['lost', 'lost', [200, { device }]] })
    const { name, steps } = await pair()
    expect(name).to.equal('Kiosk 2')
    expect(steps.map(s => s.kind)).to.deep.equal(['asking', 'unreachable', 'unreachable'])
  })
})
