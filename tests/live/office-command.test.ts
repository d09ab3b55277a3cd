import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { main } from '../../scripts/office.ts'
import { hashOf } from '../../server/services/identity/secrets.ts'
import { accountByLink } from '../../server/store/accounts/accounts.ts'
import { findByUsername, insertStaff } from '../../server/store/staff.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { freshFolder, root } from '../helpers/served.ts'

const TEMPLATE = path.join(root, 'server/templates/kecamatan.yaml')

let folder: ReturnType<typeof freshFolder>
beforeEach(() => {
  folder = freshFolder()
  vi.stubEnv('DATA_DIR', folder.folder)
  vi.stubEnv('TANGGAP_MODE', 'production')
  vi.stubEnv('DATABASE_URL', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  folder.remove()
})

/** What the command ends with, and what it says. */
async function run(...args: string[]) {
  const said: string[] = []
  vi.spyOn(console, 'log').mockImplementation(line => void said.push(String(line)))
  vi.spyOn(console, 'error').mockImplementation(line => void said.push(String(line)))
  vi.spyOn(process.stdout, 'write').mockImplementation(text => (said.push(String(text)), true))
  const code = await main(args)
  vi.restoreAllMocks()
  return { code, said: said.join('\n') }
}

describe('npm run office', () => {
  it('makes an office out of a file in an empty production folder, and writes the same file again', async () => {
    const file = path.join(folder.folder, 'kantor.yaml')
    expect((await run('export')).said).toContain('Belum ada kantor')
    expect(await run('apply', TEMPLATE, '--dry-run')).toMatchObject({ code: 0 })
    expect((await run('export')).code).toBe(2)
    const made = await run('apply', TEMPLATE)
    expect(made.code).toBe(0)
    expect(made.said).toMatch(/Kantor baru: kecamatan[^]*\+ services\[surat-keterangan\][^]*Diterapkan[^]*npm start/)
    const written = await run('export')
    writeFileSync(file, written.said)
    expect(await run('apply', file)).toEqual({ code: 0, said: 'Tidak ada perbedaan. (No difference.)' })
    writeFileSync(file, written.said.replace('name: Loket 1', 'name: Loket Satu'))
    expect((await run('apply', file)).said).toContain('~ counters[1].name Loket 1 → Loket Satu')
  })

  it('prints a link for the administrator of a second office, once and never stored, until they have come in [A97]', async () => {
    vi.stubEnv('PUBLIC_URL', 'https://antrean.example')
    const text = readFileSync(TEMPLATE, 'utf8')
    const file = path.join(folder.folder, 'kedua.yaml')
    const staff =
      'staff:\n  - { username: dewi, name: Dewi Contoh, email: dewi@timur.example, roles: [administrator] }\n'
    writeFileSync(file, text.replace(/id: kecamatan\b/, 'id: timur') + staff)
    // While nobody administers the installation, its set-up link is the only way in.
    const first = await run('apply', TEMPLATE)
    expect(first.said).not.toContain('/tautan/')
    const data = () => openSqlite(path.join(folder.folder, 'tanggap.db'))
    const admin = { id: 'a1', officeId: 'kecamatan', username: 'admin', name: 'Admin Contoh', roles: ['administrator'] }
    const known = { ...admin, active: true, passwordHash: 'x', passwordChangedAt: 0 }
    let db = await data()
    await insertStaff(db, known)
    await db.close()
    const links = (said: string) => [
      ...said.matchAll(/dewi: https:\/\/antrean\.example\/console\/#\/tautan\/([\w-]{22})/g),
    ]
    const made = await run('apply', file)
    expect(made.code).toBe(0)
    const again = await run('apply', file)
    expect([links(made.said).length, links(again.said).length]).toEqual([1, 1])
    db = await data()
    const dewi = await findByUsername(db, 'dewi')
    const account = await accountByLink(db, hashOf(links(again.said)[0]![1]!))
    expect(account?.id).toBe(dewi!.id)
    expect(await accountByLink(db, hashOf(links(made.said)[0]![1]!))).toBeUndefined()
    expect(JSON.stringify(await db.kysely.selectFrom('staff').selectAll().execute())).not.toContain(
      links(again.said)[0]![1],
    )
    await db.kysely.updateTable('staff').set({ password_hash: 'y' }).where('id', '=', dewi!.id).execute()
    await db.close()
    expect((await run('apply', file)).said).toBe('Tidak ada perbedaan. (No difference.)')
  })

  it('names every mistake with file, line, key and remedy in both languages, and changes nothing', async () => {
    const file = path.join(folder.folder, 'salah.yaml')
    writeFileSync(file, 'office: { id: a, name: A, city: C, zone: WIX }\nholidays: [ besok ]\n')
    const { code, said } = await run('apply', file)
    expect(code).toBe(1)
    expect(said.split('\n')).toEqual([
      `${file}:1:36 office.zone Pilih salah satu: WIB, WITA, WIT. (Choose one of: WIB, WITA, WIT.)`,
      expect.stringContaining(`${file}:2:13 holidays[0] Bukan tanggal.`),
      '2 hal perlu diperbaiki; tidak ada yang diubah. (Nothing was changed.)',
    ])
    expect((await run('export')).said).toContain('Belum ada kantor')
  })

  it('leaves data alone that a server is using, and says what to do', async () => {
    const db = await openSqlite(path.join(folder.folder, 'tanggap.db'))
    const { code, said } = await run('apply', TEMPLATE)
    await db.close()
    expect([code, said]).toEqual([4, expect.stringContaining('Hentikan dahulu')])
  })

  it('says how it is used, and which file cannot be read', async () => {
    for (const args of [[], ['apply'], ['export', 'x.yaml'], ['apply', 'a', 'b'], ['hapus'], ['apply', 'a', '--force']])
      expect(await run(...args), args.join(' ')).toMatchObject({
        code: 2,
        said: expect.stringContaining('npm run office'),
      })
    expect(await run('apply', path.join(folder.folder, 'tidak-ada.yaml'))).toMatchObject({ code: 2 })
  })
})
