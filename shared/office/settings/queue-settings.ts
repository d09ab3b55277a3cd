import type { SettingPane, SettingTable } from './setting.ts'

export const queuePanes = {
  rules: { heading: ['Aturan antrean', 'Rules of the queue'] },
} as const satisfies Record<string, SettingPane>

/** The times by which a queue is bound. */
export const queueSettings = {
  /** Minutes by which a priority ticket stands earlier; bounded, so that nobody starves. */
  priorityCreditMinutes: {
    kind: 'minutes',
    min: 0,
    max: 120,
    default: 15,
    plan: 'priorityCreditMs',
    pane: 'rules',
    label: ['Prioritas maju', 'Priority is earlier by'],
  },
  /** Minutes within which a missed call may still come back near the head. */
  returnGraceMinutes: {
    kind: 'minutes',
    min: 0,
    max: 240,
    default: 15,
    plan: 'returnGraceMs',
    pane: 'rules',
    label: ['Batas kembali setelah terlewat', 'Return after a missed call within'],
  },
  /** Places behind the head at which somebody who came back stands. */
  returnPlaces: {
    kind: 'count',
    min: 0,
    max: 50,
    default: 3,
    plan: 'returnPlaces',
    pane: 'rules',
    label: ['Tempat saat kembali, dihitung dari depan', 'Returns this many places from the front'],
  },
  /** Seconds after the last call before which a ticket is not skipped: its holder must hear it first. */
  skipAfterSeconds: {
    kind: 'seconds',
    min: 0,
    max: 600,
    default: 60,
    plan: 'skipAfterMs',
    pane: 'rules',
    label: ['Bisa dilewati setelah panggilan terakhir', 'Skipped at the earliest after the last call'],
    hint: ['Agar orangnya sempat mendengar. 0: langsung.', 'So that its holder can hear it. 0: at once.'],
  },
  /** Calls of one visit, the first included. */
  mostCalls: {
    kind: 'count',
    min: 1,
    max: 10,
    default: 3,
    plan: 'mostCalls',
    pane: 'rules',
    label: ['Panggilan per kunjungan paling banyak', 'Calls of one visit at most'],
    hint: ['Panggilan pertama ikut dihitung.', 'The first call counts too.'],
  },
  /** Minutes without an act that was due, after which the officer of a counter is asked; 0: nobody is. */
  silentMinutes: {
    kind: 'minutes',
    min: 0,
    max: 60,
    default: 5,
    plan: 'silentMs',
    pane: 'rules',
    label: ['Loket diam: petugas ditanya setelah', 'Silent counter: its officer is asked after'],
    hint: [
      'Tanpa jawaban 3 menit, loket dianggap ditinggalkan dan tidak dihitung lagi. 0: tidak ditanya.',
      'Without an answer for 3 minutes the counter is held for left and counts no more. 0: nobody is asked.',
    ],
  },
  /** Minutes after the beginning of a planned shift from which somebody who sits nowhere is shown as not seen yet. */
  absentAfterMinutes: {
    kind: 'minutes',
    min: 1,
    max: 120,
    default: 10,
    pane: 'rules',
    label: ['Belum tampak menurut rencana setelah', 'Planned and not seen yet after'],
    hint: [
      'Dihitung dari awal giliran di rencana pekan.',
      'Counted from the beginning of the shift in the plan of the week.',
    ],
  },
  /** What must not be empty while officers rest in turn. */
  lunchCover: {
    kind: 'choice',
    of: {
      none: ['boleh kosong', 'may be empty'],
      service: ['setiap layanan tetap ada petugas', 'every service keeps an officer'],
      counter: ['setiap loket tetap ada petugas', 'every counter keeps an officer'],
    },
    default: 'service',
    pane: 'rules',
    label: ['Saat istirahat bergiliran', 'While officers rest in turn'],
    hint: ['Rencana pekan menandai jam yang kosong.', 'The plan of the week marks the hours that are empty.'],
  },
} as const satisfies SettingTable<keyof typeof queuePanes>
