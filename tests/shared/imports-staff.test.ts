import { describe, expect, it } from 'vitest'
import { ground, hall, HEAD, staff, wrong } from '../helpers/lists.ts'
import { xlsx } from '../helpers/workbooks.ts'

describe('a list of staff', () => {
  it('is read in any order of its columns, from CSV and from a workbook', async () => {
    const budi = { name: 'Budi Contoh', email: 'budi@kantor.example', nip: '198703122010011001', counter: '1' }
    const fitri = { name: 'Fitri Contoh', email: 'fitri@kantor.example', nip: null, counter: null }
    const rows = [
      { row: 2, ...budi, username: budi.email, agency: null, roles: ['officer'] },
      { row: 3, ...fitri, username: fitri.email, agency: null, roles: ['frontDesk', 'supervisor'] },
    ]
    const csv = `loket,E-mail,nama,peran,nip\nLoket 1,Budi@kantor.example,Budi Contoh,Petugas,19870312 201001 1 001\n–,fitri@kantor.example,Fitri Contoh,Meja Depan / atasan,\n`
    expect(await staff(csv)).toEqual({ rows, problems: [] })
    const sheet = [
      ['Nama', 'Surel', 'NIP', 'Peran', 'Loket'],
      ['Budi Contoh', 'budi@kantor.example', '198703122010011001', 'petugas', 1],
      ['Fitri Contoh', 'fitri@kantor.example', null, 'meja depan; atasan', null],
    ]
    expect(await staff(await xlsx(sheet))).toEqual({ rows, problems: [] })
  })

  it('says in each row what is wrong and what to do, all rows at once [H18]', async () => {
    const list = `${HEAD}
Budi;budi@kantor.example;198703122010011001;Petugas;1
Dewi;dewi@kantor;19850921201001200;Petugas;3
;BUDI@kantor.example;198703122010011001;Kepala;12
Ada;ada@kantor.example;1,98703E+17;;Loket 2
Eko;;;Petugas;4`
    expect(wrong(await staff(list))).toEqual([
      '3 Surel dewi@kantor tidak lengkap. Tulis seperti nama@kantor.go.id.',
      '3 NIP harus 18 angka, di sini 17.',
      '4 Nama belum diisi.',
      '4 Surel sama dengan baris 2.',
      '4 NIP sama dengan baris 2.',
      '4 Peran “Kepala” tidak ada. Yang ada: Petugas, Meja depan, Atasan, Manajer, Administrator.',
      '4 Loket 12 tidak ada (Loket 1, Loket 2, Loket 3, Loket 4, Loket 5, Loket 6, Loket 7, Loket 8).',
      '5 Surel ada@kantor.example sudah punya akun. Keluarkan baris ini.',
      '5 NIP dibulatkan oleh lembar kerja. Jadikan kolomnya teks, lalu ketik ulang.',
      '5 Peran belum diisi, misalnya Petugas.',
    ])
  })

  it('makes a user name of the name where there is no e-mail, one that nobody has [H18]', async () => {
    const looked = await staff(
      'nama;peran\nDr. Siti Aminah Putri, S.Kom.;Petugas\nSiti Aminah;Petugas\nAda;Petugas\nÉ;Petugas',
      {
        ...ground,
        emails: new Set(['ada']),
      },
    )
    expect(wrong(looked)).toEqual([])
    expect(looked.rows.map(r => [r.username, r.email])).toEqual([
      ['siti.aminah', null],
      ['siti.aminah2', null],
      ['ada2', null],
      ['petugase', null],
    ])
  })

  it('asks about somebody who may be there already, by the name without titles, until the row is left out or meant [H18]', async () => {
    const list = `${HEAD}\nDra. ADA  Contoh;ada.contoh@kantor.example;;Petugas;\nBudi Contoh, M.Si.;;;Petugas;\nH. Budi contoh;;;Petugas;\nAda;;;Petugas;`
    expect(wrong(await staff(list))).toEqual([
      '2 Kemungkinan orang yang sama dengan Ada Contoh, S.H. (ada), yang sudah punya akun. Keluarkan, atau tetap undang.',
      '4 Kemungkinan orang yang sama dengan baris 3. Keluarkan, atau tetap undang.',
    ])
    expect(wrong(await staff(list, ground, { without: [3], meant: [2] }))).toEqual([])
    expect(wrong(await staff(list, ground, { meant: [2, 4] }))).toEqual([])
  })

  it('gives roles of the office’s own by their names, and none that whoever brings it may not give [H18 A26]', async () => {
    const own = [
      { id: 'penjaga', name: ['Penjaga perangkat', 'Keeper of devices'] as const },
      { id: 'peran-2', name: ['Pemandu', 'Guide'] as const },
    ]
    const list = `${HEAD}\nA;a@kantor.example;;Petugas, penjaga  Perangkat;\nB;b@kantor.example;;Guide;\nC;c@kantor.example;;Admin;`
    const looked = await staff(`${list}\nD;d@kantor.example;;Kepala;`, {
      ...ground,
      own,
      mayGive: r => r !== 'administrator',
    })
    expect(looked.rows.map(r => r.roles)).toEqual([['officer', 'penjaga'], ['peran-2'], ['administrator'], []])
    expect(wrong(looked)).toEqual([
      '4 Peran “Admin” memuat hak yang tidak Anda miliki, jadi tidak bisa Anda berikan.',
      '5 Peran “Kepala” tidak ada. Yang ada: Petugas, Meja depan, Atasan, Manajer, Administrator, Penjaga perangkat, Pemandu.',
    ])
  })

  it('puts people into an agency of the hall by its name, id or letters, and at none but its counters [H18 A80]', async () => {
    const list = `${HEAD};Instansi
A;a@kantor.example;;Petugas;1;Instansi penduduk
B;b@kantor.example;;Petugas;7;s
C;c@kantor.example;;Manajer;;–
D;d@kantor.example;;Petugas;1;sipil
E;e@kantor.example;;Petugas;;Imigrasi`
    const looked = await staff(list, hall)
    expect(looked.rows.map(r => r.agency)).toEqual(['penduduk', 'sipil', null, 'sipil', null])
    expect(wrong(looked)).toEqual([
      '5 Loket 1 bukan milik instansi ini. Pilih loketnya sendiri.',
      '6 Instansi Imigrasi tidak ada (Instansi penduduk, Instansi sipil). Tulis nama atau hurufnya.',
    ])
  })

  it('needs a head, each column once', async () => {
    expect(wrong(await staff('Budi;budi@kantor.example;;Petugas;1'))).toEqual([
      '1 Kolom nama tidak ada. Tulis nama kolom pada baris pertama.',
      '1 Kolom peran tidak ada. Tulis nama kolom pada baris pertama.',
    ])
    expect(wrong(await staff('nama;surel;email;peran\n'))).toEqual(['1 Kolom surel ada dua. Hapus salah satu.'])
    expect(wrong(await staff(`${HEAD}\n;;;;\n`))).toEqual(['0 Tidak ada isinya. Pilih berkas lain.'])
  })

  it('says that a NIP was rounded where it is a number of the spreadsheet, or one written out [H18]', async () => {
    const head = ['Nama', 'Surel', 'NIP', 'Peran']
    // 17 and 18 digits that nobody typed: a spreadsheet keeps 15.
    const list = [head, ['A', 'a@kantor.example', 198501012010011001, 'Petugas']]
    expect(wrong(await staff(await xlsx(list)))).toEqual([
      '2 NIP dibulatkan oleh lembar kerja. Jadikan kolomnya teks, lalu ketik ulang.',
    ])
    expect(wrong(await staff(`${HEAD}\nA;a@kantor.example;198501012010011000;Petugas;`))).toEqual([
      '2 NIP dibulatkan oleh lembar kerja. Jadikan kolomnya teks, lalu ketik ulang.',
    ])
  })
})
