import type { SettingPane, SettingTable } from './setting.ts'

export const reportPanes = {
  skmReport: {
    heading: ['Laporan SKM', 'SKM report'],
    note: [
      'Kop, penanda tangan, dan tim pada laporan resmi. Nama, alamat, telepon, dan logo diambil dari isian kantor.',
      'Letterhead, signatory and team of the official report. Name, address, phone and logo are those of the office.',
    ],
  },
} as const satisfies Record<string, SettingPane>

const most = 120

/** What stands on the official report of the satisfaction survey; only whoever sets the office up reads it elsewhere. */
export const reportLines = {
  /** The first line of the letterhead. */
  reportGovernment: {
    kind: 'text',
    most,
    default: '',
    inner: true,
    pane: 'skmReport',
    label: ['Pemerintah daerah', 'Government'],
    hint: ['Baris pertama kop, misalnya PEMERINTAH KOTA …', 'First line of the letterhead'],
  },
  reportParent: {
    kind: 'text',
    most,
    default: '',
    inner: true,
    pane: 'skmReport',
    label: ['Dinas atau badan induk', 'Parent department'],
    hint: ['Untuk UPTD. Kosong: tanpa baris ini.', 'Of a branch. Empty: no such line.'],
  },
  /** The post of whoever signs. */
  reportPost: {
    kind: 'text',
    most,
    default: '',
    inner: true,
    pane: 'skmReport',
    label: ['Jabatan penanda tangan', 'Post of the signatory'],
    hint: ['Kosong: Kepala dan nama kantor.', 'Empty: Kepala and the name of the office.'],
  },
  reportSignatory: {
    kind: 'text',
    most,
    default: '',
    inner: true,
    pane: 'skmReport',
    label: ['Nama penanda tangan', 'Name of the signatory'],
  },
  reportRank: {
    kind: 'text',
    most,
    default: '',
    inner: true,
    pane: 'skmReport',
    label: ['Pangkat, golongan', 'Rank'],
  },
  reportNip: {
    kind: 'text',
    most: 22,
    pattern: /^[\d ]{5,22}$/,
    default: '',
    inner: true,
    pane: 'skmReport',
    label: ['NIP penanda tangan', 'NIP of the signatory'],
  },
  /** Where it is signed. */
  reportPlace: {
    kind: 'text',
    most,
    default: '',
    inner: true,
    pane: 'skmReport',
    label: ['Tempat tanda tangan', 'Place of signing'],
    hint: ['Kosong: kota kantor.', 'Empty: the city of the office.'],
  },
  /** Who carried the survey out. */
  reportTeam: {
    kind: 'text',
    most: 600,
    default: '',
    inner: true,
    pane: 'skmReport',
    label: ['Tim pelaksana SKM', 'SKM team'],
    hint: ['Nama dan peran, dipisah titik koma.', 'Names and roles, parted by semicolons.'],
  },
} as const satisfies SettingTable<keyof typeof reportPanes>
