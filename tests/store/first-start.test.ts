import { randomBytes } from 'node:crypto'
import { TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { createPasswords } from '../../server/services/identity/passwords.ts'
import { createSecondFactors } from '../../server/services/identity/second-factor.ts'
import { hashOf } from '../../server/services/identity/secrets.ts'
import { createFirstStart } from '../../server/services/opening/first-start.ts'
import { listOffices } from '../../server/store/offices.ts'
import type { Database } from '../../server/store/open/database.ts'
import { hasAdministrator, insertStaff } from '../../server/store/staff.ts'
import { overDialects } from '../helpers/dialects.ts'

const NOW = Date.UTC(2026, 5, 9, 2)
const LINK = 'tautan-penyiapan-contoh'
const who = (email: string) => ({ name: 'Ani Contoh', email, password: 'perahu biru di tepian' })

/** A link that is good, and the code of the phone that has scanned its page. */
async function standing(db: Database) {
  const key = randomBytes(32)
  const now = () => NOW
  const first = createFirstStart({
    ...{ db, key, now },
    passwords: createPasswords(),
    second: createSecondFactors(db, key, now),
    standing: () => ({ hash: hashOf(LINK), until: NOW + 1 }),
  })
  const { secret } = await first.look(LINK)
  return { first, code: new TOTP({ secret }).generate({ timestamp: NOW }) }
}

overDialects('a set-up link', store => {
  it('makes one administrator of five who use it at once, whole, with one office in preparation [A61]', async () => {
    const { db } = store
    const { first, code } = await standing(db)
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
    expect((await db.kysely.selectFrom('audit').select('what').execute()).map(e => e.what)).toEqual([
      'setup.administrator',
    ])
  })

  it('refuses an e-mail that a file has given somebody already, makes nobody, and lives on [A61]', async () => {
    const { db } = store
    const { first, code } = await standing(db)
    const email = 'budi@kantor.example'
    const known = { officeId: 'k', name: 'Budi', roles: ['administrator'], active: true, passwordHash: '' }
    await insertStaff(db, { ...known, id: 'b', username: 'budi', passwordChangedAt: NOW, email })
    const tried = await Promise.allSettled([first.create(LINK, { ...who('BUDI@kantor.example'), code })])
    expect(tried).toMatchObject([{ reason: { code: 'EMAIL_TAKEN' } }])
    expect(await db.kysely.selectFrom('audit').selectAll().execute()).toEqual([])
    expect((await first.create(LINK, { ...who('ani@kantor.example'), code })).recoveryCodes).toHaveLength(10)
  })

  it('makes nobody where it cannot go on record [A61]', async () => {
    const { db } = store
    const { first, code } = await standing(db)
    await db.kysely.schema.alterTable('audit').renameTo('elsewhere').execute()
    await expect(first.create(LINK, { ...who('ani@kantor.example'), code })).rejects.toThrow()
    await db.kysely.schema
      .alterTable('elsewhere' as 'audit')
      .renameTo('audit')
      .execute()
    expect(await hasAdministrator(db)).toBe(false)
  })
})
