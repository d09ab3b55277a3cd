import type { Words } from '../kit/words.ts'

/** The words of the settings for bookings. */
export const adminBookingText = {
  sections: ['Bagian pengaturan', 'Sections of the settings'],
  'section.office': ['Kantor', 'Office'],
  'section.booking': ['Reservasi', 'Bookings'],
  'section.services': ['Layanan', 'Services'],

  special: ['Jam khusus', 'Special hours'],
  'special.note': [
    'Menggantikan jam mingguan di antara dua tanggal, misalnya pada bulan Ramadan. Tempat reservasi ikut berubah.',
    'They replace the weekly hours between two dates, for example in Ramadan. Bookable places follow.',
  ],
  'special.none': ['Belum ada jam khusus.', 'No special hours yet.'],
  'special.add': ['Tambah jam khusus', 'Add special hours'],
  'special.ramadan': ['Tambah jam Ramadan', 'Add Ramadan hours'],
  'special.nameId': ['Nama', 'Name'],
  'special.nameEn': ['Nama, bahasa Inggris', 'Name in English'],
  'special.from': ['Tanggal pertama', 'First date'],
  'special.to': ['Tanggal terakhir', 'Last date'],
  'special.remove': ['Hapus', 'Remove'],
  'special.remove.label': ['Hapus jam khusus {name}', 'Remove special hours {name}'],
  'special.new': ['Jam khusus baru', 'New special hours'],

  services: [
    'Reservasi, dokumen, dan kata pencarian per layanan',
    'Booking, document and search words of each service',
  ],
  'services.note': ['Buka satu layanan untuk mengubahnya.', 'Open a service to change it.'],
  'service.booked': ['Dapat dipesan', 'Can be booked'],
  'service.booked.note': ['Tanpa ini orang hanya datang langsung.', 'Without it people only walk in.'],
  'service.release': ['Pembagian tempat', 'How places are given out'],
  'release.open': ['langsung dibuka', 'open at once'],
  'release.waves': ['bertahap, dalam gelombang', 'in waves'],
  'release.draw': ['lewat undian', 'by a draw'],
  'release.open.note': [
    'Siapa yang lebih dulu. Cocok bila tempat cukup.',
    'First come, first served. Right where places suffice.',
  ],
  'release.waves.note': [
    'Sebagian tempat dibuka tiap gelombang, jadi yang terlambat tahu pun kebagian.',
    'Each wave opens a part, so those who learn late get a place too.',
  ],
  'release.draw.note': [
    'Semua yang mendaftar dalam jangka waktu ini berpeluang sama; siapa pun dapat memeriksa hasilnya.',
    'Everybody who asks within the window has the same chance; anybody can check the result.',
  ],
  'wave.days': ['Hari sebelumnya', 'Days ahead'],
  'wave.share': ['Bagian (%)', 'Share (%)'],
  'wave.nth': ['Gelombang {n}: {field}', 'Wave {n}: {field}'],
  'wave.add': ['Tambah gelombang', 'Add a wave'],
  'wave.remove': ['Hapus gelombang {n}', 'Remove wave {n}'],
  'draw.opens': ['Pendaftaran dibuka (hari sebelumnya)', 'Opens (days ahead)'],
  'draw.closes': ['Ditutup dan diundi (hari sebelumnya)', 'Closes and is drawn (days ahead)'],
  'service.document': ['Menghasilkan dokumen', 'Yields a document'],
  'service.document.note': [
    'Setelah selesai dilayani, warga mengikuti dokumennya sampai siap diambil.',
    'After the visit people follow their document until it is ready.',
  ],
  keywords: [
    'Kata yang dipakai warga untuk mencari, dipisah koma',
    'Words by which people look for it, parted by commas',
  ],
  'keywords.note': [
    'Nama layanan sudah termasuk. Tulis juga singkatan, bahasa daerah, dan sebutan lama.',
    'Its name is known already. Add abbreviations, local words and old names.',
  ],
  advises: ['Menerima siapa pun yang belum tahu layanannya', 'Takes whoever does not know their service'],
  'advises.note': ['Ditawarkan di bawah setiap pencarian.', 'Offered below every search.'],
  elsewhere: ['Urusan kantor lain', 'What other offices do'],
  'elsewhere.note': [
    'Satu baris per urusan: nama | nama Inggris | tempat | tempat Inggris | kata pencarian, dipisah koma.',
    'One line each: name | English name | where | where in English | search words, parted by commas.',
  ],
  'document.nameId': ['Nama dokumen', 'Name of the document'],
  'document.nameEn': ['Nama, bahasa Inggris', 'Name in English'],
  'sum.walkIn': ['datang langsung saja', 'walk-in only'],
  'sum.waves': ['{n} gelombang', '{n} waves'],
  'sum.quota': ['kuota {n}', 'quota {n}'],
  'sum.files': ['berkas dahulu', 'files beforehand'],
  'sum.document.one': ['{name}, 1 hari kerja', '{name}, 1 working day'],
  'sum.document': ['{name}, {n} hari kerja', '{name}, {n} working days'],
} as const satisfies Record<string, Words>
