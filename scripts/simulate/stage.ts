import type { Agent } from 'node:http'
import { createClient, Refused, signedIn, type Client } from '../../bench/lib/client.ts'
import { follow } from '../../bench/lib/follow.ts'

import { addDays, HOUR, officeDate, type Instant, type LocalDate } from '../../shared/kit/time.ts'
import { publishedDoors } from '../../shared/office/hours.ts'
import type { Doors } from '../../shared/office/doors.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Log } from './log.ts'
import type { Cast } from './play.ts'

/** The published password of the trial office's accounts. */
const PASSWORD = 'tanggap-demo'
const LOOK_BACK_DAYS = 90
const LIVE = ['called', 'serving']

/** One sentence for whoever started the simulation. */
export class CannotPlay extends Error {}

/** Signs in one of the trial office's accounts. */
export async function account(url: string, agent: Agent, username: string): Promise<Client> {
  try {
    return await signedIn(url, agent, username, PASSWORD)
  } catch (error) {
    if (error instanceof Refused && error.code === 'WRONG_PASSWORD')
      throw new CannotPlay(`${url} has no trial account ${username}; only a trial office can be simulated.`)
    throw error
  }
}

/** The office to play in, and how the server is. */
export async function visit(url: string, agent: Agent, wanted: string | undefined) {
  const citizen = createClient(url, agent)
  const found = await citizen.call('GET /api/offices', {}).catch(() => {
    throw new CannotPlay(`No server answers at ${url}. Start one with npm start, or name it with --url.`)
  })
  const named = found.offices.find(o => o.id === (wanted ?? found.offices[0]?.id))
  if (!named) throw new CannotPlay(`There is no office ${wanted ?? ''} at ${url}.`)
  const { office } = await citizen.call('GET /api/offices/:office', { params: { office: named.id } })
  return { citizen, office }
}

/** The last past day with the office's full hours on which nobody has taken a number. */
export async function emptyDayOf(manager: Client, office: OfficeInfo, now: Instant): Promise<LocalDate> {
  const longest = Math.max(...lastDoors(office, now).map(({ doors }) => doors.to - doors.from))
  for (const { date, doors } of lastDoors(office, now)) {
    if (doors.to - doors.from < longest) continue
    const params = { office: office.id }
    const { tickets } = await manager.call('GET /api/offices/:office/figures', {
      params,
      query: { from: date, to: date },
    })
    if (tickets === 0) return date
  }
  throw new CannotPlay('Every open day of the last three months has tickets already; name one with --date.')
}

/** Open days before today, the last one first. */
export function lastDoors(office: OfficeInfo, now: Instant): readonly { date: LocalDate; doors: Doors }[] {
  const today = officeDate(now, office.zone)
  return Array.from({ length: LOOK_BACK_DAYS }, (_, i) => addDays(today, -1 - i)).flatMap(date => {
    const doors = publishedDoors(office, date)
    return doors ? [{ date, doors }] : []
  })
}

/** How long after the doors have closed the last of a crowded day are still served. */
export const OVERTIME = 4 * HOUR

/** Everybody who plays, signed in; the hall listens and keeps count of what it hears. */
export async function castOf(
  url: string,
  agent: Agent,
  office: string,
  counters: number,
  citizen: Client,
  log: Log,
): Promise<Cast> {
  const manager = await account(url, agent, 'manajer')
  const supervisor = await account(url, agent, 'atasan')
  const officers: Client[] = []
  for (let i = 1; i <= counters; i++) officers.push(await account(url, agent, `petugas${i}`))
  const hall = follow(url, {
    office,
    audience: 'hall',
    cookies: manager.cookies(),
    heard(event, before) {
      if (event.seq !== before.seq + 1) log.heardOutOfOrder++
      if (event.type === 'ticketReleased') log.released++
      if (event.type !== 'ticketCalled') return
      log.heard++
      const ticket = before.tickets[Math.floor(event.no / 64)]?.[event.no % 64]
      if (ticket && LIVE.includes(ticket.state)) log.doubleCalls++
    },
  })
  await hall.joined
  const tablet = await pairedTablet(url, agent, office)
  return { office, takers: [manager, supervisor], officers, frontDesk: supervisor, citizen, tablet, hall }
}

/** The tablet at the counters, where the survey of the visit that has just ended is found. */
async function pairedTablet(url: string, agent: Agent, office: string): Promise<Client> {
  const tablet = createClient(url, agent)
  const admin = await account(url, agent, 'admin')
  const { pairingId, secret, code } = await tablet.call('POST /api/devices/pairings', { body: { kind: 'tablet' } })
  await admin.call('POST /api/offices/:office/devices', { params: { office }, body: { code, name: 'Tablet simulasi' } })
  await tablet.call('POST /api/devices/pairings/claim', { body: { pairingId, secret } })
  return tablet
}
