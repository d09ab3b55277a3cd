import type { Words } from '../kit/words.ts'

/** The words of a draw of times: its form among the days, and the page on which anybody can recompute it. */
export const drawPagesText = {
  'draw.title': ['Jam diundi', 'Times are drawn'],
  'draw.what': [
    'Bukan siapa cepat. Semua yang mendaftar sampai {date} pukul {time} punya peluang yang sama. Pilih sampai tiga jam.',
    'Not first come. Everybody who asks until {date} at {time} has the same chance. Choose up to three times.',
  ],
  'draw.opens': [
    'Tempat hari itu diundi, bukan siapa cepat. Pendaftaran undian dibuka {date} pukul {time}.',
    'The places of that day are drawn, not first come. Entries for the draw open on {date} at {time}.',
  ],
  'draw.places': [
    'Tempat yang diundi saat ini: {n}. Jumlahnya dihitung sekali lagi waktu diundi.',
    'Places to be drawn as of now: {n}. They are counted once more at the draw.',
  ],
  'draw.time': ['{time} · tempat: {n}', '{time} · places: {n}'],
  'draw.time.none': ['{time} · belum ada tempat', '{time} · no place so far'],
  'draw.wish': ['Pilihan {n}', 'Wish {n}'],
  'draw.no': ['–', '–'],
  'draw.any': ['Jam lain pada hari itu juga boleh', 'Any other time of that day is fine too'],
  'draw.go': ['Lanjut ikut undian', 'Continue to the draw'],
  'draw.how': ['Bagaimana undian bekerja?', 'How does the draw work?'],

  'record.title': ['Undian {service}, {date}', 'Draw of {service}, {date}'],
  'record.open': [
    'Pendaftaran sampai {date} pukul {time}. Sejauh ini {n} orang.',
    'Entries until {date} at {time}. {n} people so far.',
  ],
  'record.soon': ['Pendaftaran dibuka {date} pukul {time}.', 'Entries open on {date} at {time}.'],
  'record.due': ['Pendaftaran sudah ditutup. Hasil segera muncul.', 'Entries are closed. The result appears soon.'],
  'record.done': ['Diundi {date} pukul {time}, {n} pendaftar.', 'Drawn on {date} at {time}, {n} entries.'],
  'record.how': ['Mengapa tidak bisa diatur', 'Why it cannot be rigged'],
  'record.how1': [
    'Sebelum pendaftaran ditutup, kantor sudah mengumumkan segel (SHA-256) dari satu bilangan acak rahasia, jadi bilangan itu tidak bisa diganti kemudian.',
    'Before entries close the office has published the seal (SHA-256) of a secret random number, so it cannot be changed later.',
  ],
  'record.how2': [
    'Setelah ditutup, semua pendaftaran ditulis menjadi satu teks: tiap baris “kode;pilihan;any” (jam lain juga boleh) atau “kode;pilihan;-”, diurutkan menurut kode (angka sebelum huruf), dipisah satu ganti baris (LF), tanpa LF di akhir. Pilihan ditulis sebagai nomor jam, dipisah koma, yang terbaik lebih dulu: jam mulai pertama hari itu 0, berikutnya 1, dan seterusnya. Pilihan yang jamnya berubah dibaca sebagai jam yang memuatnya; yang jamnya tidak ada lagi, sesudah pilihan lain, sebagai jam terdekat. SHA-256 teks itu adalah ringkasannya.',
    'After closing, all entries are written as one text: each line “code;wishes;any” (any other time is fine too) or “code;wishes;-”, sorted by code (digits before letters), separated by one line feed (LF), none after the last. Wishes are written as numbers of times between commas, best first: the first starting time of the day is 0, the next 1, and so on. A wish whose times have changed is read as the time within which it lies; one whose time is gone, after the other wishes, as the nearest. The SHA-256 of the text is the digest.',
  ],
  'record.how3': [
    'Kunci tiap kode adalah SHA-256 dari “bilangan:ringkasan:kode”. Kunci terkecil mendapat giliran pertama, lalu seterusnya. Siapa pun bisa menghitung ulang.',
    'The key of each code is the SHA-256 of “number:digest:code”. The smallest key has the first turn, and so on. Anybody can compute it again.',
  ],
  'record.how4': [
    'Menurut giliran, tiap kode mendapat pilihan pertamanya yang masih punya tempat. Bila tidak ada dan barisnya “any”, jam paling awal yang masih punya tempat. Selain itu, kode itu masuk daftar tunggu menurut giliran.',
    'In turn, each code gets its first wish that still has a place. When none has and its line says “any”, the earliest time that still has a place. Otherwise it goes on the waitlist, in turn.',
  ],
  'record.line': ['Contoh baris: {code}', 'Example of a line: {code}'],
  'record.key': ['Contoh kunci: {code}', 'Example of a key: {code}'],
  'record.seal': ['Segel', 'Seal'],
  'record.seed': ['Bilangan acak', 'Random number'],
  'record.digest': ['Ringkasan', 'Digest'],
  'record.places': ['Nomor jam = jam: banyak tempat', 'Number of the time = time: places'],
  'record.find': ['Cari kode', 'Find a code'],
  'record.go': ['Cari', 'Find'],
  'record.turn': ['Urutan', 'Turn'],
  'record.code': ['Kode', 'Code'],
  'record.wishes': ['Pilihan', 'Wishes'],
  'record.got': ['Hasil', 'Result'],
  'record.waits': ['daftar tunggu', 'waitlist'],
  'record.read': ['{asked} (dibaca {read})', '{asked} (read as {read})'],
  'record.any': ['bebas', 'any'],
  'record.some': ['{n} dari {of} baris. Selengkapnya dalam data.', '{n} of {of} rows. The rest is in the data.'],
  'record.none': ['Kode itu tidak ada dalam undian ini.', 'That code is not in this draw.'],
  'record.data': ['Semua data (JSON)', 'All data (JSON)'],
} as const satisfies Record<string, Words>
