import { DEFAULT_BOOKING, PLAIN_OFFICE } from '../defaults.ts'
import type { OfficeInfo } from '../office.ts'
import { withSeries } from '../series.ts'
import { queueSettings } from '../settings/queue-settings.ts'
import type { ValuesOf } from '../settings/setting.ts'
import { defaultsOf } from '../settings/values.ts'
import { OTHER_SETTINGS, type HEAD_SETTINGS } from './parts.ts'

/** Somebody who works in the office, as the file names them; never a password. */
export interface StaffEntry {
  readonly username: string
  readonly name: string
  readonly email: string | null
  readonly nip: string | null
  /** The agency of the hall; `null`: the whole office. */
  readonly agency: string | null
  /** Of every office, and of its own. */
  readonly roles: readonly string[]
}

/** What an office says of itself at the head of the file. */
type OfficeHead = Pick<OfficeInfo, 'id' | 'name' | 'city' | 'zone' | 'runningText' | keyof typeof HEAD_SETTINGS>

/** All settings of an office, those that are not written at their defaults. */
type FileSettings = ValuesOf<typeof OTHER_SETTINGS> & Pick<OfficeInfo, 'rules' | 'booking'>

/** What of an office is a part of the file by its own name. */
type Part =
  | 'hours'
  | 'holidays'
  | 'specialHours'
  | 'agencies'
  | 'areas'
  | 'services'
  | 'counters'
  | 'lifeEvents'
  | 'elsewhere'
  | 'messages'
  | 'roles'

/** An office as its file has it once it was read: a part that is written is whole, one that is absent stays as it stands. */
export type OfficeFile = {
  readonly office: OfficeHead
  readonly settings?: FileSettings | undefined
  readonly staff?: readonly StaffEntry[] | undefined
  /** The id of its logo. */
  readonly logo?: string | undefined
} & { readonly [K in Part]?: OfficeInfo[K] | undefined }

const CLOSED: OfficeInfo['hours'] = [null, null, null, null, null, null, null]

/** What an office has before anything was written of it; nobody is served before it is opened. */
const BEGINNING = {
  ...PLAIN_OFFICE,
  openedAt: null,
  hours: CLOSED,
  holidays: [],
  specialHours: [],
  elsewhere: [],
  services: [],
  counters: [],
  ...defaultsOf(OTHER_SETTINGS),
  logo: '',
  rules: defaultsOf(queueSettings),
  booking: DEFAULT_BOOKING,
}

/** The office after its file. A service that the file no longer has is retired, never removed: what was counted of it stays. */
export function officeOf(file: OfficeFile, standing?: OfficeInfo): OfficeInfo {
  const { office, settings, staff: _, ...parts } = file
  const before = standing ?? BEGINNING
  const written = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
  const after: OfficeInfo = { ...before, ...office, ...settings, ...written }
  const left = before.services.filter(s => !after.services.some(w => w.id === s.id))
  return withSeries({ ...after, services: [...after.services, ...left.map(s => ({ ...s, retired: true }))] })
}
