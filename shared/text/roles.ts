import type { Words } from '../kit/words.ts'
import type { Permission } from '../office/permissions.ts'

/** Each right in the words of the office. */
export const permissionText: Readonly<Record<Permission, Words>> = {
  'queue.take': ['Memberi nomor dan melihat antrean', 'Give numbers and see the queue'],
  'queue.call': ['Memanggil dan melayani di loket', 'Call and serve at a counter'],
  'queue.pick': ['Memanggil nomor di luar urutan, dengan alasan', 'Call a number out of order, with a reason'],
  'queue.close': ['Menutup layanan sementara', 'Close a service for a while'],
  'queue.free': ['Membebaskan loket yang ditinggal dan menutup hari', 'Free a counter that was left, close the day'],
  'booking.help': ['Membantu reservasi', 'Help with bookings'],
  'booking.open': ['Membuka nama pemesan', 'Open the name of who booked'],
  'booking.void': ['Membatalkan reservasi mencurigakan', 'Void suspicious bookings'],
  'device.approve': ['Menyetujui dan mencabut perangkat', 'Approve and revoke devices'],
  'office.configure': ['Mengatur kantor, layanan dan peran', 'Set up the office, services and roles'],
  'survey.read': ['Membaca hasil survei', 'Read the results of the survey'],
  'survey.enter': ['Memasukkan formulir SKM dari kertas', 'Type in SKM forms of paper'],
  'survey.decide': ['Memutuskan jawaban yang perlu diperiksa', 'Decide about answers that should be looked at'],
  'unit.read': ['Membaca angka unit', 'Read the unit’s figures'],
  'officer.read.own': ['Membaca catatan sendiri', 'Read one’s own record'],
  'staff.manage': ['Mengelola akun petugas', 'Manage the accounts of staff'],
  'roster.plan': ['Menyusun rencana pekan', 'Plan the week'],
  'team.lead': ['Memimpin tim, sejauh ditetapkan sebagai penilai', 'Lead a team, as far as one is set to assess it'],
  'office.observe': ['Memantau kantor yang menyetujuinya', 'Observe offices that have agreed to it'],
}

/** The words of the page of roles. */
export const rolesText = {
  title: ['Peran', 'Roles'],
  lead: [
    'Peran menentukan apa yang boleh dilakukan seseorang. Peran bawaan tetap; kantor dapat membuat peran sendiri dari hak yang ada.',
    'A role says what somebody may do. Built-in roles stay as they are; an office can make its own out of the rights there are.',
  ],
  built: ['Peran bawaan', 'Built-in roles'],
  own: ['Peran kantor ini', 'Roles of this office'],
  none: ['Belum ada peran sendiri.', 'No role of its own yet.'],
  people: ['{n} orang memakai peran ini', '{n} people have this role'],
  nobody: ['Belum dipakai', 'Nobody has it'],
  add: ['Buat peran', 'Make a role'],
  edit: ['Ubah', 'Change'],
  'edit.label': ['Ubah peran {name}', 'Change the role {name}'],
  remove: ['Hapus', 'Remove'],
  'remove.label': ['Hapus peran {name}', 'Remove the role {name}'],
  'remove.used': ['Masih dipakai: beri mereka peran lain dahulu.', 'Still in use: give them another role first.'],
  name: ['Nama peran', 'Name of the role'],
  nameEn: ['Nama dalam bahasa Inggris', 'Name in English'],
  rights: ['Hak', 'Rights'],
  'rights.why': [
    'Hak yang tidak Anda miliki tidak dapat Anda berikan; pilihannya terkunci.',
    'You cannot give a right that you do not have; its box is locked.',
  ],
  effect: [
    '{n} orang memakai peran ini. Setelah disimpan, mereka masuk lagi dengan hak yang baru, juga di tengah pelayanan: kunjungannya tetap di loket.',
    '{n} people have this role. Once it is saved they sign in again with the new rights, in the middle of a visit too: it stays at its counter.',
  ],
  need: ['Isi nama dan pilih sekurangnya satu hak.', 'Give a name and choose at least one right.'],
  save: ['Simpan peran', 'Save the role'],
  cancel: ['Batal', 'Cancel'],
  saved: ['Peran {name} tersimpan.', 'The role {name} is saved.'],
  removed: ['Peran {name} dihapus.', 'The role {name} is removed.'],
} as const satisfies Readonly<Record<string, Words>>
