import type { Words } from '../kit/words.ts'

/** Words of the sheets over the desk: how a visit ended, and where a number goes. */
export const sheetText = {
  'result.title': ['Bagaimana hasilnya?', 'How did it end?'],
  'result.document': ['Dokumen dibuat', 'A document is made'],
  'result.noDocument': ['Tanpa dokumen', 'No document'],
  'result.papersMissing': ['Warga perlu datang lagi', 'They need to come again'],
  'result.refused': ['Dengan alasan tertulis', 'With a written reason'],
  'result.advice': ['Tidak ada dokumen', 'No document'],
  'papers.title': ['Berkas mana yang kurang?', 'Which papers are missing?'],
  'papers.other': ['Berkas lain', 'Another paper'],
  'papers.other.note': ['Sebutkan kepada warga', 'Tell them which'],
  'papersMissing.keep': [
    'Warga membaca daftar ini di halaman nomornya dan memesan lagi dengan satu ketukan. Tidak ada dokumen dibuka. Kalau ia kembali hari ini, pilih Tunda.',
    'They read this list on the page of their number and book again by one tap. No document is opened. If they come back today, put the visit aside instead.',
  ],
  'refused.title': ['Mengapa ditolak?', 'Why is it refused?'],
  'refused.note': ['Catatan untuk warga (boleh kosong)', 'A note to them (may stay empty)'],
  'refused.keep': [
    'Warga membaca alasan dan catatan ini di halaman nomornya. Catatan dihapus dua hari kemudian.',
    'They read the reason and this note on the page of their number. The note is erased two days later.',
  ],
  'advice.keep': [
    'Dihitung sebagai kunjungan. Tidak ada dokumen dibuka.',
    'It counts as a visit. No document is opened.',
  ],
  'complete.keep': ['Sama dengan Spasi tanpa membuka pilihan ini.', 'The same as Space without opening this choice.'],
  'save.next': ['Simpan, panggil berikutnya', 'Save and call next'],
  'save.next.note': ['{number}: {result}, lalu memanggil {next}', '{number}: {result}, then calls {next}'],
  'save.only': ['Simpan saja', 'Save only'],
  'save.only.note': ['{number}: {result}', '{number}: {result}'],
  'save.papers': ['Pilih berkas yang kurang', 'Choose the missing papers'],
  'save.reason': ['Pilih alasannya', 'Choose the reason'],
  cancel: ['batal', 'cancel'],
  'to.title': ['Alihkan {number} ke mana?', 'Where does {number} go?'],
  'to.search': ['Cari layanan', 'Find a service'],
  'to.none': ['Tidak ada layanan dengan kata itu', 'No service with that word'],
  'to.waiting': ['{n} menunggu', '{n} waiting'],
  'to.nobody': ['belum ada petugas yang melayani', 'nobody serves it now'],
  'to.counter': ['Loket', 'Counter'],
  'to.any': ['Mana saja', 'Any'],
  'to.note': ['Catatan untuk petugas berikutnya (boleh kosong)', 'A note to the next officer (may stay empty)'],
  'to.keep': [
    'Nomor tetap {number} dan gilirannya tetap {due}. Catatan hanya tampil di loket yang memanggilnya.',
    'It stays {number} with its turn of {due}. The note is shown only at the counter that calls it.',
  ],
  'to.keep.counter': [
    'Nomor tetap {number} dan gilirannya tetap {due}. {counter} yang memanggilnya; kalau loket itu tutup atau istirahat, loket lain memanggilnya.',
    'It stays {number} with its turn of {due}. {counter} calls it; should that one close or rest, others do.',
  ],
  'to.keep.nobody': [
    'Belum ada petugas yang melayani {service}. {number} menunggu sampai ada loket yang dibuka untuk layanan itu.',
    'Nobody serves {service} now. {number} waits until a counter is opened for it.',
  ],
  'to.go': ['Alihkan ke {to}', 'Transfer to {to}'],
  'to.go.note': [
    '{number} ke {service}, {counter} lalu siap memanggil',
    '{number} to {service}, then {counter} is ready',
  ],
  'to.choose': ['Pilih tujuannya', 'Choose where'],
  'note.title': ['Catatan dari petugas sebelumnya', 'Note of the officer before'],
} as const satisfies Record<string, Words>
