import type { Permission, Role } from '../../shared/office/permissions.ts'
import type { Scope } from '../../shared/office/scope.ts'
import type { IconName } from '../../shared/web/ui/icons.ts'

/** One page by the name in its address (`#/loket`, with what it shows after it: `#/pengaturan/layanan/ktp-el`): its element, who may see it, and how its code is fetched. */
export interface Page {
  readonly id:
    | 'loket'
    | 'meja'
    | 'catatan'
    | 'bukti'
    | 'giliran'
    | 'laporan'
    | 'umpan-balik'
    | 'tim'
    | 'langsung'
    | 'hari'
    | 'mutu'
    | 'petugas'
    | 'nilai'
    | 'penjelasan'
    | 'permohonan'
    | 'perangkat'
    | 'pengaturan'
    | `pengaturan/${'layanan' | 'loket' | 'instansi' | 'ruang' | 'peristiwa' | 'pesan' | 'kantor-lain' | 'riwayat'}`
    | 'rencana'
    | 'peran'
    | 'siapkan'
    | 'terbuka'
    | 'mencurigakan'
    | 'saya'
    | 'akun'
    | 'impor'
    | 'penilai'
    | 'pantau'
    | 'keberatan'
  readonly tag: keyof HTMLElementTagNameMap
  /** Whoever is signed in where there is none. */
  readonly permission?: Permission
  /** The role that begins its day here, when this is not the first page it may see. */
  readonly startsFor?: Role
  /** In the bar it is found under this one, for whoever may see that; beside each other they stand above the page. */
  readonly under?: 'catatan' | 'petugas'
  /** It stands in the rail of the administration, with this picture, for whoever sets the office up. */
  readonly rail?: IconName
  /** It shows what services say at length: their standards, and how each is booked. */
  readonly whole?: true
  /** There only while the office is being prepared. */
  readonly preparing?: true
  /** It is about the whole hall: nobody of one agency finds it. */
  readonly hall?: true
  /** Whoever belongs to an agency sees its services and counters alone there. */
  readonly own?: true
  /** Found by whoever leads somebody, or did. */
  readonly leads?: true
  readonly load: () => Promise<unknown>
}

const PAGES: readonly Page[] = [
  {
    id: 'siapkan',
    hall: true,
    tag: 'setup-wizard',
    permission: 'office.configure',
    startsFor: 'administrator',
    whole: true,
    preparing: true,
    load: () => import('../setup/setup-wizard.ts'),
  },
  { id: 'loket', tag: 'console-desk', permission: 'queue.call', load: () => import('../desk/console-desk.ts') },
  {
    id: 'meja',
    tag: 'front-desk',
    permission: 'booking.help',
    startsFor: 'frontDesk',
    load: () => import('../front/front-desk.ts'),
  },
  {
    id: 'catatan',
    tag: 'console-record',
    permission: 'officer.read.own',
    load: () => import('../record/record-page.ts'),
  },
  {
    id: 'bukti',
    under: 'catatan',
    tag: 'evidence-page',
    permission: 'officer.read.own',
    load: () => import('../proof/evidence-page.ts'),
  },
  {
    id: 'keberatan',
    under: 'catatan',
    own: true,
    tag: 'contest-page',
    permission: 'team.lead',
    load: () => import('../contest/contest-page.ts'),
  },
  {
    id: 'giliran',
    under: 'catatan',
    tag: 'own-roster',
    permission: 'officer.read.own',
    load: () => import('../roster/own-roster.ts'),
  },
  {
    id: 'laporan',
    under: 'catatan',
    tag: 'console-daily',
    permission: 'officer.read.own',
    load: () => import('../daily/daily-page.ts'),
  },
  {
    id: 'umpan-balik',
    under: 'catatan',
    tag: 'feedback-page',
    permission: 'officer.read.own',
    load: () => import('../feedback/feedback-page.ts'),
  },
  {
    id: 'tim',
    tag: 'team-page',
    permission: 'team.lead',
    leads: true,
    load: () => import('../team/team-page.ts'),
  },
  {
    id: 'langsung',
    own: true,
    tag: 'manager-live',
    permission: 'unit.read',
    startsFor: 'manager',
    load: () => import('../manager/manager-live.ts'),
  },
  {
    id: 'hari',
    tag: 'day-page',
    permission: 'queue.free',
    load: () => import('../day/day-page.ts'),
  },
  {
    id: 'mutu',
    tag: 'manager-quality',
    permission: 'survey.read',
    load: () => import('../manager/manager-quality.ts'),
  },
  {
    id: 'petugas',
    tag: 'manager-officers',
    permission: 'unit.read',
    load: () => import('../manager/manager-officers.ts'),
  },
  {
    id: 'nilai',
    under: 'petugas',
    hall: true,
    tag: 'unit-scores',
    permission: 'unit.read',
    load: () => import('../score/unit-scores.ts'),
  },
  {
    id: 'penjelasan',
    under: 'catatan',
    own: true,
    tag: 'explained-page',
    permission: 'team.lead',
    load: () => import('../explained/explained-page.ts'),
  },
  {
    id: 'pantau',
    hall: true,
    tag: 'observer-page',
    permission: 'office.observe',
    load: () => import('../observer/observer-page.ts'),
  },
  {
    id: 'permohonan',
    tag: 'console-applications',
    permission: 'queue.take',
    load: () => import('../documents/application-page.ts'),
  },
  {
    id: 'pengaturan',
    hall: true,
    tag: 'admin-settings',
    permission: 'office.configure',
    rail: 'place',
    whole: true,
    load: () => import('../admin/admin-settings.ts'),
  },
  {
    id: 'pengaturan/layanan',
    tag: 'admin-services',
    permission: 'office.configure',
    rail: 'list',
    whole: true,
    load: () => import('../admin/services/admin-services.ts'),
  },
  {
    id: 'pengaturan/loket',
    tag: 'admin-counters',
    permission: 'office.configure',
    rail: 'counter',
    whole: true,
    load: () => import('../admin/counters/admin-counters.ts'),
  },
  {
    id: 'pengaturan/instansi',
    tag: 'admin-agencies',
    permission: 'office.configure',
    rail: 'flag',
    whole: true,
    load: () => import('../admin/counters/admin-agencies.ts'),
  },
  {
    id: 'pengaturan/ruang',
    hall: true,
    tag: 'admin-areas',
    permission: 'office.configure',
    rail: 'people',
    whole: true,
    load: () => import('../admin/counters/admin-areas.ts'),
  },
  {
    id: 'pengaturan/peristiwa',
    hall: true,
    tag: 'admin-life-events',
    permission: 'office.configure',
    rail: 'star',
    whole: true,
    load: () => import('../admin/counters/admin-life-events.ts'),
  },
  {
    id: 'pengaturan/pesan',
    hall: true,
    tag: 'admin-messages',
    permission: 'office.configure',
    rail: 'message',
    whole: true,
    load: () => import('../admin/messages/admin-messages.ts'),
  },
  {
    id: 'akun',
    tag: 'people-page',
    permission: 'staff.manage',
    rail: 'user',
    load: () => import('../admin/people/people-page.ts'),
  },
  {
    id: 'penilai',
    hall: true,
    tag: 'oversight-page',
    permission: 'staff.manage',
    rail: 'people',
    load: () => import('../admin/supervisors/oversight-page.ts'),
  },
  {
    id: 'impor',
    hall: true,
    tag: 'lists-page',
    permission: 'staff.manage',
    rail: 'list',
    load: () => import('../admin/lists/lists-page.ts'),
  },
  {
    id: 'perangkat',
    hall: true,
    tag: 'admin-devices',
    permission: 'device.approve',
    rail: 'printer',
    load: () => import('../admin/devices/admin-devices.ts'),
  },
  {
    id: 'rencana',
    own: true,
    tag: 'roster-page',
    permission: 'roster.plan',
    rail: 'calendar',
    load: () => import('../roster/roster-page.ts'),
  },
  {
    id: 'peran',
    hall: true,
    tag: 'admin-roles',
    permission: 'office.configure',
    rail: 'lock',
    load: () => import('../admin/roles/admin-roles.ts'),
  },
  {
    id: 'mencurigakan',
    hall: true,
    tag: 'admin-clusters',
    permission: 'booking.void',
    rail: 'eye',
    load: () => import('../admin/admin-clusters.ts'),
  },
  {
    id: 'pengaturan/kantor-lain',
    hall: true,
    tag: 'admin-offices',
    permission: 'office.configure',
    rail: 'swap',
    load: () => import('../admin/offices/admin-offices.ts'),
  },
  {
    id: 'pengaturan/riwayat',
    hall: true,
    tag: 'admin-history',
    permission: 'office.configure',
    rail: 'history',
    whole: true,
    load: () => import('../admin/history/admin-history.ts'),
  },
]

/** What comes next once an office is open: reached from the last step of its set-up. */
const OPENED: Page = { id: 'terbuka', tag: 'office-opened', load: () => import('../setup/office-opened.ts') }

/** The own account: reached by the name in the bar, not by the navigation. */
const OWN: Page = { id: 'saya', tag: 'account-page', load: () => import('../account/account-page.ts') }

/** The pages that somebody with these rights finds in the navigation; `preparing`: the office is not open yet. */
export function pagesFor(permissions: readonly string[], preparing = false, agency: Scope = null): readonly Page[] {
  const may = (page: Page) =>
    page.permission !== undefined && permissions.includes(page.permission) && (agency === null || !page.hall)
  return PAGES.filter(page => may(page) && (preparing || !page.preparing))
}

/** The pages of the administration, for whoever sets the office up; everybody else finds what they may see in the bar. */
export function railOf(allowed: readonly Page[]): readonly Page[] {
  return allowed.some(page => page.id === 'pengaturan') ? allowed.filter(page => page.rail) : []
}

/** The pages in the bar: those of the rail are one there, and so are those of a group. */
export function barOf(allowed: readonly Page[]): readonly Page[] {
  const [, ...others] = railOf(allowed)
  return allowed.filter(page => !others.includes(page) && !allowed.some(head => head.id === page.under))
}

/** The pages that stand beside one in its group, itself and the head among them; none where it stands alone. */
export function groupOf(page: Page | undefined, allowed: readonly Page[]): readonly Page[] {
  const head = allowed.find(({ id }) => id === (page?.under ?? page?.id))
  const members = allowed.filter(other => other === head || (head && other.under === head.id))
  return members.length > 1 ? members : []
}

/** The page of an address; where it names none that is allowed, the one on which these roles begin, or the first. */
export function pageAt(hash: string, allowed: readonly Page[], roles: readonly string[] = []): Page | undefined {
  if (hash === `#/${OWN.id}`) return OWN
  const opened = allowed.some(page => page.id === 'pengaturan') && !allowed.some(page => page.preparing)
  if (opened && hash === `#/${OPENED.id}`) return OPENED
  const start = allowed.find(page => page.startsFor && roles.includes(page.startsFor))
  const named = allowed.filter(page => `${hash}/`.startsWith(`#/${page.id}/`))
  const nearest = named.reduce<Page | undefined>((a, b) => (a && a.id.length > b.id.length ? a : b), undefined)
  return nearest ?? start ?? allowed[0]
}

/** What an address names on its page: `ktp-el` of `#/pengaturan/layanan/ktp-el`; empty where it names nothing. */
export function pathOn(page: Page, hash: string): string {
  const at = `#/${page.id}/`
  if (!hash.startsWith(at)) return ''
  try {
    return decodeURIComponent(hash.slice(at.length))
  } catch {
    return ''
  }
}
