import { describe, expect, it } from 'vitest'
import { barOf, groupOf, pageAt, pagesFor, pathOn, railOf } from '../../console/frame/pages.ts'
import { permissionsOf, type Role } from '../../shared/office/permissions.ts'

describe('the pages of the console', () => {
  const pages = (role: Role) => pagesFor([...permissionsOf([role])]).map(p => p.id)

  it('are those that the rights allow: an administrator sees no ratings, a manager no desk', () => {
    expect(pages('officer')).toEqual([
      'loket',
      'catatan',
      'bukti',
      'keberatan',
      'giliran',
      'laporan',
      'umpan-balik',
      'tim',
      'penjelasan',
      'permohonan',
    ])
    expect(pages('frontDesk')).toEqual([
      'loket',
      'meja',
      'catatan',
      'bukti',
      'keberatan',
      'giliran',
      'laporan',
      'umpan-balik',
      'tim',
      'hari',
      'kertas',
      'penjelasan',
      'permohonan',
    ])
    expect(pages('supervisor')).toEqual([
      'loket',
      'meja',
      'catatan',
      'bukti',
      'keberatan',
      'giliran',
      'laporan',
      'umpan-balik',
      'tim',
      'langsung',
      'hari',
      'mutu',
      'angka-skm',
      'tindak-lanjut',
      'periksa',
      'instrumen',
      'laporan-skm',
      'publikasi',
      'petugas',
      'nilai',
      'penjelasan',
      'permohonan',
      'rencana',
    ])
    expect(pages('manager')).toEqual([
      'meja',
      'keberatan',
      'tim',
      'langsung',
      'hari',
      'mutu',
      'angka-skm',
      'tindak-lanjut',
      'periksa',
      'instrumen',
      'laporan-skm',
      'publikasi',
      'kertas',
      'petugas',
      'nilai',
      'penjelasan',
      'permohonan',
      'rencana',
      'mencurigakan',
    ])
    const own = (role: Role) => pagesFor([...permissionsOf([role])], true, 'imigrasi').map(p => p.id)
    expect(own('administrator')).toEqual([
      'pengaturan/layanan',
      'pengaturan/loket',
      'pengaturan/instansi',
      'akun',
      'rencana',
    ])
    expect(pages('observer')).toEqual(['pantau'])
    const whole = ['mencurigakan', 'nilai', 'periksa', 'instrumen', 'laporan-skm', 'publikasi', 'kertas']
    expect(own('manager')).toEqual(pages('manager').filter(id => !whole.includes(id)))
    expect(pages('administrator')).toEqual([
      'pengaturan',
      'pengaturan/layanan',
      'pengaturan/loket',
      'pengaturan/instansi',
      'pengaturan/ruang',
      'pengaturan/peristiwa',
      'pengaturan/pesan',
      'akun',
      'penilai',
      'impor',
      'perangkat',
      'rencana',
      'peran',
      'mencurigakan',
      'pengaturan/kantor-lain',
      'pengaturan/riwayat',
    ])
  })

  it('open at the address when it is allowed, else where the work of the role begins', () => {
    const start = (role: Role, hash = '') => pageAt(hash, pagesFor([...permissionsOf([role])]), [role])?.id
    expect(start('manager', '#/mutu')).toBe('mutu')
    expect(start('manager', '#/pengaturan')).toBe('langsung')
    expect([start('frontDesk'), start('officer'), start('supervisor')]).toEqual(['meja', 'loket', 'loket'])
    expect(pageAt('#/loket', [])).toBeUndefined()
    // What comes after the opening is said of no office that is not open.
    const sets = (preparing: boolean) => pagesFor([...permissionsOf(['administrator'])], preparing)
    expect([true, false].map(preparing => pageAt('#/terbuka', sets(preparing))?.id)).toEqual(['siapkan', 'terbuka'])
  })

  it('of the administration are one in the bar of whoever sets the office up, and single ones for everybody else', () => {
    const named = (role: Role, of: typeof railOf) => of(pagesFor([...permissionsOf([role])])).map(p => p.id)
    expect(named('administrator', barOf)).toEqual(['pengaturan'])
    expect(named('administrator', railOf)).toEqual(pages('administrator'))
    expect(named('manager', railOf)).toEqual([])
    const reports = ['angka-skm', 'tindak-lanjut', 'periksa', 'instrumen', 'laporan-skm', 'publikasi', 'kertas']
    const grouped = [...reports, 'nilai', 'keberatan', 'penjelasan']
    expect(named('manager', barOf)).toEqual(pages('manager').filter(id => !grouped.includes(id)))
  })

  it('keep what an address names on them', () => {
    const all = pagesFor([...permissionsOf(['administrator'])])
    const read = (hash: string) => [pageAt(hash, all)?.id, pathOn(pageAt(hash, all)!, hash)]
    expect(read('#/perangkat/kiosk%201')).toEqual(['perangkat', 'kiosk 1'])
    expect(read('#/perangkat')).toEqual(['perangkat', ''])
    expect(read('#/perangkatnya')).toEqual(['pengaturan', ''])
    expect(read('#/perangkat/%')).toEqual(['perangkat', ''])
  })

  it('of an officer’s own stand under the record, and the figures of counters under those of officers', () => {
    const bar = (role: Role) => barOf(pagesFor([...permissionsOf([role])])).map(p => p.id)
    expect(bar('officer')).toEqual(['loket', 'catatan', 'tim', 'permohonan'])
    const allowed = pagesFor([...permissionsOf(['officer'])])
    const group = groupOf(pageAt('#/bukti', allowed), allowed).map(p => p.id)
    expect(group).toEqual(['catatan', 'bukti', 'keberatan', 'giliran', 'laporan', 'umpan-balik', 'penjelasan'])
    expect(groupOf(pageAt('#/loket', allowed), allowed)).toEqual([])
    // Whoever has no record of their own finds them beside the figures of officers, so that the bar stays within a row.
    const manager = pagesFor([...permissionsOf(['manager'])])
    const beside = groupOf(pageAt('#/keberatan', manager), manager).map(p => p.id)
    expect(beside).toEqual(['keberatan', 'petugas', 'nilai', 'penjelasan'])
    expect(groupOf(undefined, manager)).toEqual([])
    expect(bar('manager').length).toBeLessThanOrEqual(9)
  })
})
