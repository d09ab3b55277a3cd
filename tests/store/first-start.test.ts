import { randomBytes } from 'node:crypto'
import { TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { createPasswords } from '../../server/services/identity/passwords.ts'
import { createSecondFactors } from '../../server/services/identity/second-factor.ts'
import { hashOf } from '../../server/services/identity/secrets.ts'
import { createFirstStart } from '../../server/services/opening/first-start.ts'
import { listOffices } from '../../server/store/offices.ts'
import { hasAdministrator } from '../../server/store/staff.ts'
import { overDialects } from '../helpers/dialects.ts'

const NOW = Date.UTC(2026, 5, 9, 2)
const LINK = 'tautan-penyiapan-contoh'
const who = (email: string) => ({ name: 'Ani Contoh', email, password: 'perahu biru di tepian' })

overDialects('a set-up link', store => {
  it('makes one administrator of five who use it at once, whole, with one office in preparation [A61]', async () => {
    const { db } = store
    const key = randomBytes(32)
    const now = () => NOW
    const first = createFirstStart({
      ...{ db, key, now },
      passwords: createPasswords(),
      second: createSecondFactors(db, key, now),
      standing: () => ({ hash: hashOf(LINK), until: NOW + 1 }),
    })
    const { secret } = await first.look(LINK)
    const code = new TOTP({ secret }).generate({ timestamp: NOW })
    const made = await Promise.allSettled(
      [1, 2, 3, 4, 5].map(n => first.create(LINK, { ...who(`ani${n}@kantor.example`), code })),
    )
    expect(made.map(m => (m.status === 'rejected' ? (m.reason as { code: string }).code : 'made')).sort()).toEqual([
      'SETUP_LINK',
      'SETUP_LINK',
      'SETUP_LINK',
      'SETUP_LINK',
      'made',
    ])
    const offices = await listOffices(db)
    expect(offices).toMatchObject([{ openedAt: null }])
    const staff = await db.kysely.selectFrom('staff').select(['office', 'totp_since']).execute()
    expect(staff).toEqual([{ office: offices[0]!.id, totp_since: NOW }])
    expect(await db.kysely.selectFrom('recovery_codes').select('staff_id').execute()).toHaveLength(10)
    expect(await hasAdministrator(db)).toBe(true)
    await expect(first.look(LINK)).rejects.toMatchObject({ code: 'SETUP_LINK' })
  })
})
