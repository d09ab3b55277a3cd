const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Given and family names that are common in Indonesia and hardly ever a word of anything else, in small letters. */
export const NAMES: ReadonlySet<string> = words(`
abdul abdullah abdurrahman abidin achmad adam adelia adhi adinda aditya adnan adrian agnes agus agustina agustinus ahmad aini
ainun aisyah akbar albert alex alexander alfian alfiansyah ali alif alifah alya amalia amin aminah amir amirudin amiruddin amri
andhika andi andika andre andri andriani andreas andrianto anggi anggraini anggun angga anita anisa anissa anjani annisa anton
antonius anwar apriani aprilia april ardi ardian ardiansyah arief arifin aris arman arsyad arya aryani aryanto asep astuti asti
astrid atika aulia ayub azhar azis aziz azizah azzahra bachtiar badrun bahar bakri bambang basri basuki benny beny budi bernadus
bernard budiarto budiman budiono budianto burhan burhanuddin cahyadi cahyani cahyono candra chandra christian christina cici
cindy citra dadang dahlan damar dani daniel danu daryanto darmawan darman darto dede dedi dedy deni denny deri desi desy desti
devi dewanto dhani dian diana didik dimas dina dinda dini djoko dodi dody doni donny dony dudung dwiyanti edi edo eddy edy
efendi eka eko eli elisa elisabeth elly elvira endah endang endri erik erlina ermawati erna erni ernawati erwin esti euis eva
evi fadhil fadhilah fadil fadli fahmi fahri fahrul faisal faizal fajri fani farah farhan farid farida faridah fatimah fatma
fauzan fauzi fauziah febri febriani febrianti felix feri ferdi ferry fikri fina firdaus firman firmansyah fitri fitria fitriah
fitriani fitriyani fransiska fransiskus gatot gede george gilang gina gita gunawan gusti hadi hafid hafiz haikal hairudin hakim
halim halimah hamdan hamid hamidah hamzah handayani handoko hani hanif hanifah hardi harianto hariyanto hartati hartini
hartono haryanto haryono hasan hasanah hasanuddin hasbi hasim hasnah hasyim hendi hendra hendri hendrik hendro heni henny henri
heri herlina herman hermawan hernawati heru hidayati husain husein husna husni hutagalung hutapea ibrahim ida idris iis ikbal
ikhsan ilyas imam imron ina indra indrawan indrawati indriani indrianto ipah ipul iqbal ira irawan irawati irfan irma
irmawati iskandar ismail isnaini istiqomah iwan jaelani jafar jaka jalaludin jamal jamaluddin jamilah jannah jefri jeni jenny
jhon joni jonathan joko jojo jubaidah julaeha juliana julianti jumadi jumiati junaidi kadek kamal kamaludin kamaruddin karim
karsono kartika kartini kartono kasman kasmawati ketut khadijah khairul khoirul khotimah komalasari komang komar komariah
kosasih krisna kristian kristina kurniasih kurniawan kurniawati kusuma kusnadi laila lasmi latif latifah leni lenny leo lia
lidya lilik lilis lina linda lisa lisnawati lukman luthfi lutfi lusi lusia mahmud maimunah malik mansur mardiana mardiyah
margaretha maria mariam mariana mariani marlina marni marno marsudi marta martha martini martinus maryam maryani maryati
maryanto masitoh maulana maulida mayang meilani melani melinda meri meriana mia mila mina mira mirna misbah mochamad mohamad
mohammad muchtar muhamad muhammad muhdi mukhlis mukti muliadi muliyani mulyadi mulyani mulyana mulyati mulyono munawar munir
murdiono murniati murtini musa mustafa mustika nabila nadia nadya nana nanang nani naning nanik narto nasir nasrul
nasution natalia nela neneng neni nia nina ningsih nirmala nisa nita noer nova novia noviana novianti novita nugraha nugroho
nuraini nurdin nurhadi nurhasanah nurhayati nuri nurjanah nurlaila nurlela nurul nurwahid nyoman oka oktavia oktaviani otong
pandu panjaitan parman partono paulus petrus pipit pitri prabowo pramono prasetya prasetyo pratama pratiwi prayitno prayoga
priyanto priyono purnama purnomo purwanti purwanto puspa puspita putu rachman rachmat rafi rahayu rahma rahman rahmadi
rahmawati raihan ramdan ramdani ramli rani ratih ratna ratnasari reni reno renny resti retno reza rian riani ridho
ridwan rifai rika riko rina rini rinto rio risa riska risma riski riswan riza rizal rizka rizki rizky robby robert robi rohani
rohman rohmat rojali romi ronald roni rosa rosalina rosdiana rosida rosita rosmawati rosmiati rosyid rudi rudiansyah rudianto
rudy rukmana rukmini rusdi ruslan rusli rusmini ruswandi sabrina safitri safrudin saiful salamah salim salma salmah samsudin
samsul sandi sandra santi santoso sarah saragih sarifah sarinah saripudin sarman saskia satria satrio sayuti selvi septian
septiani septiana setiawan setiawati setyawan setyo setyowati sherly sholeh sigit sihombing silalahi silvia simanjuntak
simatupang sinaga siregar sinta siska siswanto siswoyo siti sitorus situmorang soleh soleha solihin sofia sofyan
solikin sopian stefanus stevanus subagyo subandi subekti subhan sudarmi sudarmono sudarsono sudarti sudirman sudiyono
sudjono sugeng sugianto sugiarti sugiarto sugiono sugito sugiyanto suhadi suhaimi suhardi suharni suhartini suharto suharyanto
suhendra suherman sujatmiko sujono sukardi sukarni sukarno sukarti sukiman sukirman sukmawati sulaeman sulaiman sulastri
sulistiyani sulistyo sulistyowati sumarni sumarno sumarti sumartini sumiati sumiyati sunardi sunarti sunarto sunaryo sundari
supardi suparman suparmi suparno suparti supriadi supriyadi supriyanto supriyono surahman suratman suratmi suriani surono
suryadi suryana suryani suryanto suryono susan susana susanti susanto susi susilawati susilo sutarno sutini sutinah sutisna
sutopo sutrisni sutrisno suwandi suwarni suwarno suyanto suyatmi suyatno suyono syahrial syahril syahrul syaiful syamsiah
syamsir syamsuddin syamsul syarif syarifah syarifudin syarifuddin syafii tarigan taryono tatang tati taufan teddy tini titi
titik titin tobing toni tono tony totok trisno trisnawati triyono tuti tyas ucup udin ujang umar umi umiyati uncu usman vera
veronika vivi vina wahid wahyudi wahyuni wahyuningsih waluyo wahyono warsito wartini wati wawan wayan welly widi widiastuti
widodo widya widyawati wijaya wijayanti winarni winarno winarti windi winda wisnu wiwi wiwik wiwin wulandari yadi yanti yanto
yasin yayan yayuk yeni yenny yogi yohana yohanes yosef yoseph yudha yudhi yudi yulia yulian yuliana yuliani yulianti
yulianto yuliati yulita yuni yunita yunus yusniar yusri yusron yusuf zaenab zaenal zahra zaini zainab zainal zainuddin zakaria
zakiah zulfa zulfikar zulhijah zulkarnain zulkifli zuraida
`)

/**
 * Names that are also words (*indah*, *cahaya*, *putih*, *sri*), months and things of every day; what stands around them decides.
 */
export const NAMES_AND_WORDS: ReadonlySet<string> = words(`
abadi adi adil agung agustus ahad aman amanah ani anugerah ari arif arum asih asri aurora ayu bagus bahagia bahari bakti bayu
berkah berlian bijak bintang buana bulan bunga cahaya cahya cantik cempaka cerah ceria cinta dahlia damai dewi dewa dwi
elok emas embun fadilah fajar fatah guntur harapan hari harum hidayah hidayat hikmah ihsan ikhlas ikhwan ilham iman indah intan
jati jaya jelita juli juni juwita karunia kasih kemala kencana kenanga kirana kumala kurnia langit laras lestari lintang
lili mahkota mawar mega mei melati merdeka mulia murni mutiara nikmat novi nur oki okta padma pelangi
permata pertiwi pertama prima putih putra putri puteri rahmad rahmat raja rama ramadhan ratu rejeki restu ria rizqi
rohmah rukun sabar sakti salam samudra santun sari sehat sejati sekar selamat sena senja sentosa septi seruni setia
setiabudi shinta slamet sri suci surya suryo susila syukur tanjung taufik taufiq teguh teratai teruna tiara timur tirta
tresna tri tulus untung utama utami vita wahyu wangi warna wibawa wira wulan yoga yuda yudhistira zaman haris dita mela
`)
