import { createECDH, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { createPost, isPublicAddress, type Outside } from '../../server/gateways/outside.ts'
import { newPushKeys } from '../../server/gateways/push-keys.ts'
import { pushKeysOf } from '../../server/compose/push-keys.ts'
import { createWebPushGateway } from '../../server/gateways/web-push-gateway.ts'
import type { Outgoing } from '../../server/services/messages/messages.ts'

const send = (allowPrivate: boolean, url: string) =>
  createPost({ allowPrivate })({ url: new URL(url), headers: {}, body: 'x' })

describe('an address outside', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', '::ffff:127.0.0.1'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', 'ff02::1', 'not-an-address'],
  ])('is not %s', address => expect(isPublicAddress(address)).toBe(false))

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('may be %s', address =>
    expect(isPublicAddress(address)).toBe(true),
  )

  it('is asked for before anything is sent, by number and by name', async () => {
    for (const host of ['127.0.0.1', '[::1]', 'localhost', '2130706433'])
      expect(await send(false, `http://${host}:1/`), host).toEqual({ code: 'PRIVATE_ADDRESS' })
    expect(await send(true, 'ftp://127.0.0.1/')).toEqual({ code: 'SCHEME' })
  })

  it('may not send us elsewhere by a redirect', async () => {
    let asked = 0
    const server = createServer((_, response) => {
      asked++
      response.writeHead(302, { Location: '/other' }).end()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    expect(await send(true, `http://127.0.0.1:${port}/`)).toMatchObject({ status: 302 })
    expect(asked).toBe(1)
    server.close()
  })
})

describe('Web Push', () => {
  const browser = createECDH('prime256v1')
  browser.generateKeys()
  const keys = { p256dh: browser.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') }
  const outgoing = (change: Partial<Outgoing> = {}): Outgoing => ({
    ...{ id: 'm1', kind: 'called', channel: 'push', title: 'A-012 dipanggil', text: 'Loket 3', template: 'x' },
    ...{ values: [], path: '/t/abc', to: JSON.stringify({ endpoint: 'https://push.example/abc', keys }) },
    ...change,
  })
  const gateway = (status: number, asked: Outside[] = []) =>
    createWebPushGateway({
      keys: newPushKeys(),
      subject: 'https://antre.example',
      post: async request => (asked.push(request), { status, retryAfter: undefined }),
    })

  it('carries the message encrypted, signed by this office, urgent for a call and calm for the rest', async () => {
    const asked: Outside[] = []
    expect(await gateway(201, asked).send(outgoing())).toEqual({ ok: true })
    await gateway(201, asked).send(outgoing({ kind: 'booked' }))
    const [call, booked] = asked
    expect(call!.url.href).toBe('https://push.example/abc')
    expect(call!.headers).toMatchObject({ TTL: 300, Urgency: 'high', 'Content-Encoding': 'aes128gcm' })
    expect(call!.headers['Authorization']).toMatch(/^vapid t=.+, k=.+/)
    expect(call!.body.toString()).not.toContain('A-012')
    expect(booked!.headers).toMatchObject({ TTL: 7200, Urgency: 'normal' })
  })

  it('ends at a browser that is gone, and comes back to a push service that is busy', async () => {
    expect(await gateway(410).send(outgoing())).toMatchObject({ again: false, gone: true })
    expect(await gateway(404).send(outgoing())).toMatchObject({ again: false, gone: true })
    expect(await gateway(503).send(outgoing())).toMatchObject({ again: true })
    expect(await gateway(201).send(outgoing({ to: '{"endpoint":"https://push.example"}' }))).toMatchObject({
      code: 'SUBSCRIPTION',
      again: false,
    })
  })

  it('keeps its pair of keys from one start to the next, for the owner’s eyes alone', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tanggap-test-'))
    const first = pushKeysOf(folder)
    expect(pushKeysOf(folder)).toEqual(first)
    expect(statSync(path.join(folder, 'push-keys.json')).mode & 0o777).toBe(0o600)
    rmSync(folder, { recursive: true })
  })
})

describe('the settings of the gateway', () => {
  const url = 'https://gateway.example/send'
  it('want a secret, and name the channels', () => {
    const env = { GATEWAY_URL: url, GATEWAY_SECRET: 'x'.repeat(16), GATEWAY_CHANNELS: 'whatsapp, sms' }
    expect(readConfig(env, '1').gateway).toMatchObject({ channels: ['whatsapp', 'sms'], allowPrivate: false })
    expect(readConfig({}, '1').gateway).toBeUndefined()
    expect(() => readConfig({ GATEWAY_URL: url }, '1')).toThrow('GATEWAY_SECRET')
    expect(() => readConfig({ ...env, GATEWAY_SECRET: 'short' }, '1')).toThrow('GATEWAY_SECRET')
    expect(() => readConfig({ ...env, GATEWAY_CHANNELS: 'pigeon' }, '1')).toThrow('GATEWAY_CHANNELS')
    expect(() => readConfig({ ...env, GATEWAY_URL: 'file:///etc/passwd' }, '1')).toThrow('GATEWAY_URL')
  })
})
