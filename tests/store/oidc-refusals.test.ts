import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { createOidc } from '../../server/services/identity/oidc/oidc.ts'
import { ProviderError } from '../../server/services/identity/oidc/provider.ts'
import { createSealer } from '../../server/services/identity/secrets.ts'
import { freshDatabase } from '../helpers/databases.ts'

it('a crowd that is refused after the provider, or cannot begin there, fills no record [A30]', async () => {
  const db = await freshDatabase()
  const failures: unknown[] = []
  let isBroken = false
  const provider = {
    async address(redirect: URL, { state }: { state: string }) {
      if (isBroken) throw new ProviderError('refused', undefined)
      return new URL(`${redirect.href}?state=${state}`)
    },
    claims: () => Promise.reject(new ProviderError('refused', undefined)),
  }
  const oidc = createOidc({
    ...{ db, now: () => 1_000, provider, sealer: createSealer(randomBytes(32), 'attempt') },
    rules: { name: 'Kota', link: 'email', newcomer: undefined },
    staff: { admit: () => Promise.reject(new Error('nobody')) },
    hasOffice: () => true,
    inTurn: act => act(),
    failed: error => failures.push(error),
  })
  const page = new URL('https://antrean.example/console/oidc')
  for (let i = 0; i < 200; i++) {
    const { address, attempt } = await oidc.begin(page)
    await expect(oidc.finish(address, attempt, null)).rejects.toMatchObject({ code: 'OIDC_REFUSED' })
  }
  const recorded = async () => (await db.kysely.selectFrom('audit').select('what').execute()).length
  expect(await recorded()).toBe(60)
  isBroken = true
  await expect(oidc.begin(page)).rejects.toMatchObject({ code: 'OIDC_AWAY' })
  expect([await recorded(), failures.length]).toEqual([60, 1])
  await db.close()
})
