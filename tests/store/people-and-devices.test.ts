import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { deactivation, otherAgency, otherRoles } from '../../server/store/accounts/membership.ts'
import { findByUsername, insertStaff, staffById, staffOfOffice } from '../../server/store/staff.ts'
import {
  deleteSession,
  deleteSessionsBefore,
  insertSession,
  sessionByHash,
  touchSession,
} from '../../server/store/sessions.ts'
import { createDevices } from '../../server/services/identity/devices.ts'
import { deviceByToken, devicesOf, insertDevice, areaRow, revokedRow, touchDevice } from '../../server/store/devices.ts'
import { approvalRow, claimPairing, insertPairing, pairingByCode } from '../../server/store/pairings.ts'
import { overDialects } from '../helpers/dialects.ts'
import { OFFICE } from '../helpers/entries.ts'

const rina = {
  id: 'p1',
  officeId: OFFICE,
  username: 'petugas1',
  name: 'Petugas 1 (contoh)',
  active: true,
  passwordChangedAt: 1,
  roles: ['officer', 'supervisor'] as const,
  passwordHash: 'hash',
  secondFactorSince: null,
  agency: null,
}

overDialects('people and devices', store => {
  describe('staff and sessions', () => {
    it('finds a member of staff by name in any case, with roles', async () => {
      await insertStaff(store.db, { ...rina, username: 'Petugas1' })
      expect(await findByUsername(store.db, 'PETUGAS1')).toEqual(rina)
      expect(await findByUsername(store.db, 'petugas')).toBeUndefined()
    })

    it('shows the password hash to the login alone', async () => {
      await insertStaff(store.db, rina)
      expect(await staffById(store.db, 'p1')).not.toHaveProperty('passwordHash')
      expect(await staffOfOffice(store.db, OFFICE)).toEqual([{ id: 'p1', name: rina.name }])
      expect(await staffOfOffice(store.db, 'lain')).toEqual([])
    })

    it('gives one name to one person, in any case', async () => {
      await insertStaff(store.db, rina)
      await expect(insertStaff(store.db, { ...rina, id: 'p2', username: 'PETUGAS1' })).rejects.toThrow()
      expect(await staffById(store.db, 'p2')).toBeUndefined()
    })

    it('tells of what went wrong without a value of any row: it may stand in a log [A9]', async () => {
      const email = 'rina.contoh@kantor.example'
      await insertStaff(store.db, { ...rina, email, employeeNumber: '198703122010011001' })
      const refused = [
        { ...rina, id: 'p2', username: 'lain', email },
        { ...rina, id: 'p2', username: 'lain', employeeNumber: '198703122010011001' },
        { ...rina, id: 'p2', username: 'lain', passwordChangedAt: 'rahasia' as never },
      ].map(one => insertStaff(store.db, one).then(() => [], Object))
      for (const error of await Promise.all(refused))
        expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/contoh@|1987|rahasia/)
    })

    it('leaves an office its last administrator, whatever would take them away [A25]', async () => {
      const { db } = store
      const boss = { ...rina, roles: ['administrator'] }
      await insertStaff(db, boss)
      await insertStaff(db, { ...boss, id: 'p2', username: 'lain', officeId: 'lain' })
      const deeds = [
        deactivation(db, 'p1', 2, '2026-06-09'),
        otherRoles(db, 'p1', ['officer']),
        otherAgency(db, 'p1', 'pajak'),
      ]
      const done = () => Promise.all(deeds.map(({ first, then }) => db.claim(first, then)))
      expect(await done()).toEqual([false, false, false])
      await insertStaff(db, { ...boss, id: 'p3', username: 'ketiga' })
      expect(await done()).toEqual([true, true, true])
      expect(await staffById(db, 'p1')).toMatchObject({ active: false, roles: ['officer'], agency: 'pajak' })
    })

    it('writes no person whose roles cannot be written', async () => {
      await expect(insertStaff(store.db, { ...rina, roles: ['officer', 'officer'] })).rejects.toThrow()
      expect(await staffById(store.db, 'p1')).toBeUndefined()
    })

    it('keeps a session until it is deleted, and begins it only for the password that was looked at', async () => {
      await insertStaff(store.db, rina)
      const session = {
        hash: 'h',
        staffId: 'p1',
        createdAt: 10,
        seenAt: 10,
        expiresAt: 100,
        roles: 'officer',
        how: 'password' as const,
        device: 'Chrome, Windows',
      }
      expect(await insertSession(store.db, session, 'another')).toBe(false)
      expect(await insertSession(store.db, session, 'hash')).toBe(true)
      await touchSession(store.db, 'h', 20)
      expect(await sessionByHash(store.db, 'h')).toEqual({ ...session, seenAt: 20, office: null })
      await deleteSession(store.db, 'h')
      expect(await sessionByHash(store.db, 'h')).toBeUndefined()
    })

    it('drops sessions past their end and those left alone', async () => {
      await insertStaff(store.db, rina)
      const session = (hash: string, seenAt: number, expiresAt: number) =>
        insertSession(
          store.db,
          { hash, staffId: 'p1', createdAt: 0, seenAt, expiresAt, roles: '', how: 'password', device: null },
          'hash',
        )
      await session('ended', 90, 40)
      await session('idle', 10, 200)
      await session('live', 90, 200)
      expect(await deleteSessionsBefore(store.db, { expiredBefore: 50, idleSince: 50 })).toBe(2)
      expect(await sessionByHash(store.db, 'live')).toBeDefined()
    })

    it('opens no session for nobody, and none for an account that changed while its password was looked at', async () => {
      const session = (staffId: string) =>
        insertSession(
          store.db,
          { hash: 'h', staffId, createdAt: 0, seenAt: 0, expiresAt: 1, roles: '', how: 'password', device: null },
          'hash',
        )
      await insertStaff(store.db, { ...rina, passwordHash: 'newer' })
      expect([await session('nobody'), await session('p1')]).toEqual([false, false])
    })
  })

  describe('devices and pairings', () => {
    const device = { id: 'd1', officeId: OFFICE, kind: 'kiosk', name: 'Kios depan', area: null, pairedAt: 5 } as const
    const seen = { ...device, lastSeenAt: null, revokedAt: null }
    const ask = (id = 'x1', code = 'ABCD-EFGH', createdAt = 0) =>
      insertPairing(store.db, { id, kind: 'kiosk', code, secretHash: 's', createdAt, expiresAt: createdAt + 100 })
    const places = (...of: [string, string, string | null]) => store.db.claim(areaRow(store.db, ...of), [])
    const revokes = (...of: [string, string, number]) => store.db.claim(revokedRow(store.db, ...of), [])
    async function approves(
      code: string,
      { at, expiresAt, deviceId, ...as }: Omit<typeof approval, 'area'> & { area: string | null },
    ) {
      const found = await pairingByCode(store.db, code, at)
      if (!found) return undefined
      const device = { ...as, id: deviceId, kind: found.kind, pairedAt: at }
      return (await store.db.claim(approvalRow(store.db, found.id, device, expiresAt), [])) ? device : undefined
    }
    const approval = { officeId: OFFICE, name: 'Kios depan', area: null, deviceId: 'd1', at: 5, expiresAt: 60 }

    it('shows the area with which it was approved, and another one from when it is placed there [V9]', async () => {
      await ask()
      await approves('ABCD-EFGH', { ...approval, area: 'lantai-2' })
      expect(await claimPairing(store.db, 'x1', 's', 't', 6)).toMatchObject({ id: 'd1', area: 'lantai-2' })
      const area = async () => (await deviceByToken(store.db, 't'))!.area
      expect(await area()).toBe('lantai-2')
      expect(await places(OFFICE, 'd1', null)).toBe(true)
      expect(await area()).toBe(null)
      expect(await places('lain', 'd1', 'lantai-2')).toBe(false)
      await revokes(OFFICE, 'd1', 7)
      expect(await places(OFFICE, 'd1', 'lantai-2')).toBe(false)
    })

    it('knows a device by its token until it is revoked, and afterwards as revoked', async () => {
      await insertDevice(store.db, { ...device, tokenHash: 't' })
      await touchDevice(store.db, 'd1', 9)
      expect(await deviceByToken(store.db, 't')).toEqual({ ...seen, lastSeenAt: 9 })
      expect(await revokes('lain', 'd1', 10)).toBe(false)
      expect(await revokes(OFFICE, 'd1', 10)).toBe(true)
      expect(await revokes(OFFICE, 'd1', 11)).toBe(false)
      expect(await deviceByToken(store.db, 't')).toMatchObject({ revokedAt: 10 })
      expect(await devicesOf(store.db, OFFICE)).toEqual([])
    })

    it('knows of a device that only listens that it was heard [O17]', async () => {
      let now = 0
      const devices = createDevices(store.db, () => now)
      const { token, device: quiet } = await devices.adopt(OFFICE, 'display', 'Layar')
      await devices.byToken(token)
      now = 3_600_000
      await devices.heard([])
      const heard = async () => (await devices.list(OFFICE)).map(d => d.lastSeenAt)
      expect(await heard()).not.toEqual([now])
      await devices.heard([quiet.id])
      expect(await heard()).toEqual([now])
    })

    it('joins a device after an administrator approved its code', async () => {
      expect(await ask()).toBe(true)
      expect(await claimPairing(store.db, 'x1', 's', 't', 4)).toBe('pending')
      expect(await approves('ABCD-EFGH', approval)).toEqual(device)
      expect(await devicesOf(store.db, OFFICE)).toEqual([])
      expect(await claimPairing(store.db, 'x1', 's', 't', 6)).toEqual(seen)
      expect(await deviceByToken(store.db, 't')).toEqual(seen)
      expect(await devicesOf(store.db, OFFICE)).toEqual([seen])
    })

    it('hands a token out once, however often the device asks at the same time [A6]', async () => {
      await ask()
      await approves('ABCD-EFGH', approval)
      const claims = await Promise.all(
        Array.from({ length: 20 }, (_, i) => claimPairing(store.db, 'x1', 's', `t${i}`, 6)),
      )
      expect(claims.filter(c => typeof c === 'object')).toHaveLength(1)
      expect(await devicesOf(store.db, OFFICE)).toHaveLength(1)
    })

    it('gives nothing for a wrong secret or after the time', async () => {
      await ask()
      await approves('ABCD-EFGH', approval)
      expect(await claimPairing(store.db, 'x1', 'wrong', 't', 6)).toBe('unknown')
      expect(await claimPairing(store.db, 'x1', 's', 't', 60)).toBe('unknown')
      expect(await devicesOf(store.db, OFFICE)).toEqual([])
    })

    it('approves a code once and not after its time', async () => {
      await ask()
      expect(await approves('ABCD-EFGH', { ...approval, at: 100 })).toBeUndefined()
      expect(await approves('ABCD-EFGH', approval)).toBeDefined()
      expect(await approves('ABCD-EFGH', { ...approval, deviceId: 'd2' })).toBeUndefined()
      expect(await approves('NONE', approval)).toBeUndefined()
    })

    it('shows a code on one device at a time and frees it when its time is over', async () => {
      expect(await ask('x1')).toBe(true)
      expect(await ask('x2')).toBe(false)
      expect(await ask('x3', 'ABCD-EFGH', 100)).toBe(true)
      expect(await claimPairing(store.db, 'x1', 's', 't', 50)).toBe('unknown')
    })
  })
})
