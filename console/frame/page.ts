import type { Permission, Role } from '../../shared/office/permissions.ts'
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
    | 'angka-skm'
    | 'tindak-lanjut'
    | 'periksa'
    | 'instrumen'
    | 'laporan-skm'
    | 'publikasi'
    | 'kertas'
  readonly tag: keyof HTMLElementTagNameMap
  /** Whoever is signed in where there is none. */
  readonly permission?: Permission
  /** The role that begins its day here, when this is not the first page it may see. */
  readonly startsFor?: Role
  /** In the bar it is found under this one, for whoever may see that; beside each other they stand above the page. */
  readonly under?: 'catatan' | 'petugas' | 'mutu'
  /** Under this one for whoever may not see the other. */
  readonly elseUnder?: 'petugas'
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
  /** It shows nothing of the hall's day: the live connection comes once the page stands, and over a slow line not at all. */
  readonly apart?: true
  readonly load: () => Promise<unknown>
}
