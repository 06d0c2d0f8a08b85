/**
 * The names of the pretend people: common Persian first and last names, each list our own, put together by chance.
 * Nobody is meant. A first name carries the Latin spelling that its owner would use in an e-mail address.
 */
export interface FirstName {
  readonly persian: string;
  readonly latin: string;
}

const women = `
زهرا zahra, فاطمه fatemeh, مریم maryam, سارا sara, نرگس narges, لیلا leila, مینا mina, شیرین shirin, پریسا parisa,
نگار negar, نازنین nazanin, الهام elham, سمیرا samira, مهسا mahsa, نیلوفر niloofar, شقایق shaghayegh, یاسمن yasaman,
آرزو arezoo, سپیده sepideh, بهاره bahareh, هانیه hanieh, ریحانه reyhaneh, معصومه masoumeh, اعظم azam, مژگان mojgan,
شبنم shabnam, فرزانه farzaneh, رویا roya, آتوسا atoosa, آناهیتا anahita, پانته‌آ pantea, ترانه taraneh, ثریا soraya,
حدیث hadis, خدیجه khadijeh, درسا dorsa, دلارام delaram, راضیه razieh, رکسانا roksana, ژاله jaleh, سحر sahar,
سمانه samaneh, سوگند sogand, شادی shadi, شهرزاد shahrzad, صبا saba, طاهره tahereh, طناز tannaz, عاطفه atefeh,
غزل ghazal, فرشته fereshteh, فریبا fariba, کتایون katayoon, کیمیا kimia, گلناز golnaz, گیتی giti, لاله laleh,
مائده maedeh, محبوبه mahboubeh, مهشید mahshid, مهتاب mahtab, نسترن nastaran, نسیم nasim, نگین negin, نوشین nooshin,
هدیه hedieh, هستی hasti, هما homa, ویدا vida, یگانه yeganeh, یلدا yalda, پرستو parastoo, تینا tina, باران baran,
آیدا aida, سیمین simin, گلاره gelareh, فروغ forough`;

const men = `
محمد mohammad, علی ali, حسین hossein, رضا reza, مهدی mahdi, امیر amir, حسن hasan, احمد ahmad, سعید saeed,
محمدرضا mohammadreza, علی‌رضا alireza, امیرحسین amirhossein, امیرعلی amirali, محمدمهدی mohammadmahdi, بهرام bahram,
بهزاد behzad, پیمان peyman, پویا pouya, پارسا parsa, آرش arash, آرمان arman, آرین arian, اشکان ashkan, افشین afshin,
ایمان iman, بابک babak, بردیا bardia, پدرام pedram, پرهام parham, تورج tooraj, جواد javad, حامد hamed, حمید hamid,
حمیدرضا hamidreza, خسرو khosro, داریوش dariush, داوود davood, رامین ramin, روزبه roozbeh, سامان saman, سپهر sepehr,
سروش soroush, سهراب sohrab, سیاوش siavash, شاهین shahin, شایان shayan, شهاب shahab, صادق sadegh, طاها taha, عباس abbas,
عرفان erfan, غلام‌رضا gholamreza, فرزاد farzad, فرشاد farshad, فرهاد farhad, کامران kamran, کاوه kaveh, کوروش kourosh,
کیان kian, کیوان keyvan, ماهان mahan, مجید majid, محسن mohsen, مسعود masoud, مصطفی mostafa, منصور mansour,
مهرداد mehrdad, میلاد milad, نادر nader, نیما nima, هادی hadi, هومن hooman, وحید vahid, یاسر yaser, یاشار yashar,
یوسف yousef, ابوالفضل abolfazl, سیدمحمد seyedmohammad`;

const families = `
احمدی, محمدی, حسینی, رضایی, کریمی, موسوی, جعفری, صادقی, رحیمی, هاشمی, قاسمی, اکبری, مرادی, حیدری, نوری, عباسی,
ابراهیمی, سلطانی, رستمی, یوسفی, نظری, قربانی, شریفی, امیری, کاظمی, رحمانی, طاهری, سلیمانی, غلامی, باقری, صالحی, زارع,
اسدی, کرمی, میرزایی, فتحی, نجفی, ملکی, بهرامی, عزیزی, خانی, جلالی, شجاعی, حبیبی, بیات, تقوی, توکلی, جوادی, حسنی,
حمیدی, خسروی, داوودی, دهقان, راد, رنجبر, زمانی, ساداتی, سعیدی, شاکری, شفیعی, شکوهی, صفری, صمدی, ضیایی, طالبی,
عابدی, عسگری, علوی, فاضلی, فرجی, فرهادی, فلاحی, قنبری, کاویانی, کیانی, گودرزی, لطفی, متقی, محبی, مظفری, معینی, منصوری,
مهدوی, میرشکار, ناصری, نعمتی, نیازی, وحیدی, وکیلی, همتی, یزدانی, یعقوبی, آذری, آقایی, آزاد, آریا, اخلاقی, ادیب, ارجمند,
استادی, افشار, امینی, انصاری, ایزدی, بابایی, باستانی, بختیاری, بدیعی, برزگر, بزرگی, پاکزاد, پناهی, پورمند, پیروز, تاجیک,
ترابی, تهرانی, ثابتی, جاوید, جمشیدی, چراغی, حاتمی, حجتی, خادمی, خالقی, خوشبخت, دانش, دلاوری, دادگر, ذاکری, راستگو,
رئوفی, روحانی, زندی, ستوده, سپهری, سرمدی, سهرابی, شایسته, شهیدی, شیرازی, صدری, صراف, طباطبایی, عطایی, غفاری, فراهانی,
فرزانه, فروتن, قائمی, قدسی, کاشانی, کامیاب, کلانتری, گلستانی, گیلانی, مازندرانی, مدنی, مرتضوی, مشایخی, معتمدی, مقدم,
مؤمنی, نادری, نبوی, نراقی, نوروزی, نیکو, هدایتی, واعظی, ورزنده, خراسانی, اصفهانی, کرمانی, همدانی, قزوینی, تبریزی,
حسن‌زاده, حسین‌زاده, علی‌زاده, عباس‌زاده, تقی‌زاده, رضازاده, قلی‌زاده, ملک‌زاده, نبی‌زاده, یوسف‌زاده, آقازاده, کریم‌زاده,
حاجی‌زاده, مهدی‌زاده, خلیل‌زاده, شریف‌زاده, علی‌پور, حسین‌پور, رضاپور, عباس‌پور, مهدی‌پور, ابراهیم‌پور, اسماعیل‌پور, قلی‌پور,
نیک‌پور, جهان‌پور, رحیم‌پور, کریم‌پور, علی‌نژاد, حسین‌نژاد, رضایی‌نژاد, قاسم‌نژاد, محمدی‌نژاد, هاشمی‌نژاد, کاظمی‌نژاد, موسوی‌نسب,
حسینی‌نسب, علوی‌فر, کاظمی‌فر, نوری‌فر, رحمانی‌فر, صادقی‌فر, امیری‌فر, نیک‌فر, بهرامی‌نیا, محمدی‌نیا, صالحی‌نیا, کریمی‌نیا, سلیمی‌نیا,
رحیمی‌نیا, شریعت‌پناهی, حق‌شناس, حق‌پرست, خوش‌نویس, نیک‌خواه, نیک‌اندیش, پاک‌نژاد, پاک‌سرشت, گل‌محمدی, شاه‌محمدی, خان‌محمدی,
ملک‌محمدی, دوست‌محمدی, بیگ‌محمدی, خواجه‌نوری, میرحسینی, میراحمدی, میرباقری, نیک‌روش, صدرالسادات, امام‌جمعه, زرین‌کوب, سیاه‌پوش,
جهان‌دیده, راه‌پیما, شب‌خیز, سحرخیز, مهرپرور, دل‌افروز, نام‌آور`;

export const FEMALE_NAMES: readonly FirstName[] = firstNames(women);
export const MALE_NAMES: readonly FirstName[] = firstNames(men);
export const LAST_NAMES: readonly string[] = families.split(',').map((name) => name.trim());

function firstNames(text: string): FirstName[] {
  return text.split(',').map((pair) => {
    const [persian = '', latin = ''] = pair.trim().split(' ');
    return { persian, latin };
  });
}
