/** What a person who comes back can do with their request, beside reading and replying. */

/** The forms and pages; the script in the browser fills their empty places. */
export const followActs = {
  eraseFirst: {
    hint: 'Chỉ muốn xóa, không cần mở? Gõ mã rồi bấm nút này; trang hỏi lại đúng một lần.',
    button: 'Xóa ngay, không mở',
  },
  own: {
    hint: 'Lời bạn viết đang được ẩn, phòng khi có người nhìn vào màn hình.',
    show: 'Hiện lời tôi đã viết',
    hide: 'Ẩn lời tôi đã viết',
    firstTitle: 'Lời bạn viết lúc đầu',
  },
  eventsTitle: 'Những gì đã diễn ra',
  requestsTitle: 'Yêu cầu về dữ liệu của bạn',
  menuTitle: 'Việc khác bạn làm được',
  menu: {
    contact: { label: 'Đổi cách nhận trả lời', hint: 'Thêm số điện thoại, hoặc thôi nhận cuộc gọi.' },
    data: {
      label: 'Sửa điều đã viết, hỏi về dữ liệu',
      hint: 'Hỏi đầu mối đang giữ gì, rút đồng ý hoặc đề nghị xóa ghi chép.',
    },
    holding: {
      label: 'Xem và lưu những gì đang được giữ',
      hint: 'Trang sau hiện cả lời bạn viết và số điện thoại.',
    },
    complaint: { label: 'Khiếu nại về đầu mối này', hint: 'Khiếu nại không đi qua đầu mối này.' },
  },
  /** After an act that is done, where the thread cannot be shown with it. */
  unshown: {
    text: 'Chỉ là lúc này chưa mở lại được yêu cầu của bạn. Mở lại không gửi thêm gì nữa.',
    open: 'Mở lại yêu cầu',
  },
  back: 'Về yêu cầu của tôi',
  contact: {
    title: 'Đổi cách nhận trả lời',
    text: 'Lựa chọn mới thay cho lựa chọn cũ. Số điện thoại được niêm phong riêng: cán bộ phải ghi lý do mới mở được, và lý do đó hiện ở trang này cho bạn thấy.',
    legend: 'Bạn muốn được trả lời thế nào?',
    code: 'Chỉ ở trang này, đừng gọi cho tôi',
    codeHint:
      'Đầu mối được nhắn là không dùng số cũ nữa. Số cũ còn trong bản sao dữ liệu, vẫn niêm phong, đến khi bạn xóa yêu cầu. Cán bộ đã xem số thì chúng tôi không làm họ quên được.',
    phone: 'Gọi điện cho tôi',
    phoneLabel: 'Số điện thoại',
    phoneHint: 'Chỉ điền khi chọn được gọi điện. Ví dụ: 0912 345 678',
    hoursLabel: 'Giờ nào gọi thì an toàn cho bạn?',
    hoursHint: 'Không bắt buộc, nhiều nhất 200 ký tự. Ví dụ: 12 giờ đến 13 giờ các ngày trong tuần',
    openingLabel: 'Người gọi nên nói câu gì đầu tiên?',
    openingHint:
      'Không bắt buộc, nhiều nhất 200 ký tự. Một câu mà ai nghe cũng không biết là chuyện gì, ví dụ: “Tôi gọi về cuốn sách bạn hỏi mượn”. Để trống thì người gọi chỉ hỏi bạn có tiện nói chuyện không.',
    consentLegend: 'Bạn có đồng ý để đầu mối gọi không?',
    consent: 'Tôi đồng ý để đầu mối gọi vào số này (chỉ khi chọn được gọi điện).',
    submit: 'Niêm phong và gửi',
  },
  data: {
    title: 'Dữ liệu của bạn ở đầu mối',
    text: 'Những gì trang này giữ thì bạn tự xem và tự xóa được ngay. Phần này để sửa điều đã viết, và để hỏi về những gì đầu mối ghi chép ở nơi khác.',
    legend: 'Bạn yêu cầu điều gì?',
    correctHint: 'Đầu mối thấy lời này được ghi rõ là lời sửa. Lời cũ vẫn còn ở bên cạnh.',
    restrictHint:
      'Hạn chế hay phản đối cũng chọn ở đây, nói rõ bên dưới. Đầu mối vẫn đọc được lời bạn đã gửi, đến khi bạn xóa yêu cầu.',
    label: 'Nói rõ thêm',
    textHint: 'Khi sửa, hãy viết điều nào chưa đúng và đúng ra là gì. Yêu cầu khác thì để trống cũng được.',
    daysTitle: 'Nếu gửi hôm nay',
    law: 'Các ngày này tính theo Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP, Điều 5, qua bản tóm tắt chúng tôi đọc được; cần đối chiếu với văn bản gốc. Giữ hạn là việc của đầu mối: trang này chỉ đếm ngày giúp hai bên.',
    submit: 'Niêm phong và gửi yêu cầu',
  },
  holding: {
    title: 'Những gì đang được giữ',
    text: 'Dưới đây là những gì trang này giữ về yêu cầu của bạn, kể cả lời bạn viết. Mã của bạn không nằm trong đó. Phần 4 ở cuối ghi rõ còn điều gì không có ở đây, và vì sao.',
    byHand: 'Để chép: chạm vào khối chữ là chọn được cả khối. Hãy dán vào nơi chỉ mình bạn mở được.',
    textLabel: 'Bản chép những gì đang được giữ',
    copy: 'Sao chép tất cả',
    save: 'Lưu thành tệp ghi-chu.txt',
    /** Where the server sends the file. */
    saveHint:
      'Tệp nằm ở mục Tải về, ai cầm máy cũng mở được. Không thấy tệp thì hãy chọn khối chữ bên dưới rồi chép.',
  },
  complaint: {
    title: 'Khiếu nại về đầu mối này',
    separate:
      'Khiếu nại là một yêu cầu riêng, có mã riêng. Nơi nhận biết tên đầu mối bị khiếu nại nhưng không mở được yêu cầu cũ của bạn, nên hãy viết đủ điều họ cần biết.',
    label: 'Chuyện gì đã xảy ra?',
    hint: (limit: string) =>
      `Không cần nói tên bạn. Đừng viết tên người bán, người cùng dùng hay nơi mua, nơi dùng. Nhiều nhất ${limit} ký tự.`,
    submit: 'Niêm phong và gửi khiếu nại',
    none: 'Ở đây chưa có nơi nào khác nhận khiếu nại, và chúng tôi không gửi khiếu nại của bạn cho chính đầu mối bị khiếu nại. Bạn còn những cách dưới đây.',
    waysTitle: 'Khiếu nại ngoài trang này',
    rights: [
      'Luật 91/2025/QH15, Điều 4 khoản 1: bạn có quyền khiếu nại, tố cáo, khởi kiện và yêu cầu bảo vệ dữ liệu của mình.',
      'Nghị định 163/2026/NĐ-CP, Điều 3 khoản 5 điểm b: bí mật cá nhân của người đang cai và người được quản lý sau cai phải được giữ.',
      'Luật 120/2025/QH15, Điều 5 khoản 11: cấm kỳ thị người sử dụng ma túy, người cai và người sau cai.',
    ],
    rightsNote:
      'Chúng tôi đọc các điều này qua bản tóm tắt, cần đối chiếu với văn bản gốc. Đơn gửi ngoài trang này thì chúng tôi không giữ kín giúp bạn được: hãy hỏi nơi nhận xem có phải nêu tên không.',
    otherDesk: 'Hỏi một đầu mối khác',
  },
  complained: {
    title: 'Đã gửi khiếu nại',
    codeTitle: 'Mã của khiếu nại',
    keep: 'Đây là mã mới, khác với mã yêu cầu của bạn. Phải có mã này mới xem được trả lời cho khiếu nại. Chúng tôi không có bản nào khác và không cấp lại được.',
    comeBack: 'Bạn mở mục “Xem trả lời” và gõ mã của khiếu nại: để đọc, viết thêm, hoặc rút khiếu nại.',
    noAnswer:
      'Đã qua hai buổi trong giờ trả lời mà chưa thấy gì? Đừng chờ thêm: dùng mã này viết thêm một lời nhắn, hoặc gửi đơn đến người đứng đầu nơi điều hành đầu mối mà bạn khiếu nại.',
    deskTitle: 'Nơi nhận khiếu nại của bạn',
    savedTitle: 'Khiếu nại của bạn đã được gửi',
    saved:
      'Mã của khiếu nại sẽ không hiện lại, để người mở máy sau bạn không thấy. Muốn đọc trả lời, mở trang này và gõ mã đó.',
    toStart: 'Gõ một mã',
  },
  withdraw: {
    remainsTitle: 'Xóa rồi thì còn lại gì?',
    remains: (days: { erasedCode: number; history: number; backup: number; months: number }) => [
      `Con số đếm của đầu mối trong tháng: bao nhiêu yêu cầu đã nhận, bao nhiêu đã rút. Con số không nói là của ai, và bị xóa sau ${days.months} tháng.`,
      'Vài dòng trong sổ việc của đầu mối: vào giờ nào cán bộ đã mở hay trả lời một yêu cầu. Sổ không bị xóa, để không ai sửa được chuyện cũ; nhưng không còn gì nối những dòng đó với bạn hay với mã.',
      `Một dấu vết của mã, giữ ${days.erasedCode} ngày, để trang cũ lỡ gửi lại thì yêu cầu không được nhận lần nữa. Từ dấu vết không suy ra được mã hay lời bạn viết.`,
      `Lịch sử ${days.history} ngày của máy chủ dữ liệu, và bản sao lưu của người vận hành. Phần niêm phong ở đó chỉ mở được bằng chìa khóa vừa xóa.`,
      `Bản dự phòng của chìa khóa, nếu người vận hành có giữ: nhiều nhất ${days.backup} ngày. Nếu trong những ngày đó máy chủ mất hết và phải dựng lại, yêu cầu có thể trở lại; khi đó mã lại mở được và bạn xóa lại được.`,
      'Điều cán bộ đã đọc, hoặc đã ghi chép ở nơi khác: trang này không xóa được.',
    ],
  },
} as const;

/** What the page says of a thread and of the acts on it; the script in the browser needs these alone. */
export const followActMessages = {
  unread: (count: number) => `Có ${count} trả lời mới.`,
  isNew: 'Mới',
  ownHidden: 'Bạn đã gửi một tin (đang ẩn)',
  /** The status of a closed request, by why it was closed; `closed` is for how many days it still stands. */
  closed: {
    desk: (days: { closed: number }) =>
      `Đầu mối đã đóng yêu cầu này. Bạn viết thêm thì yêu cầu mở lại; không thì nội dung bị xóa sau ${days.closed} ngày kể từ khi đóng.`,
    silence: (days: { silent: number; closed: number }) =>
      `Yêu cầu này đã tự đóng, vì ${days.silent} ngày không ai viết thêm. Bạn viết thêm thì yêu cầu mở lại; không thì nội dung bị xóa sau ${days.closed} ngày kể từ khi đóng.`,
    setAside: (days: { closed: number }) =>
      `Đầu mối đã bỏ qua yêu cầu này, vì cho rằng không phải lời nhờ giúp thật. Họ có thể nhầm: bạn viết thêm một lời nhắn là yêu cầu mở lại. Không thì nội dung bị xóa sau ${days.closed} ngày kể từ khi bị bỏ qua.`,
  },
  day: (day: string) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`,
  events: {
    received: 'Đã nhận',
    read: 'Đầu mối đã đọc',
    answered: 'Đầu mối đã trả lời',
    referred: 'Đã giới thiệu bạn tới nơi khác',
    'contact-opened': 'Cán bộ đã mở phần liên hệ',
    'contact-changed': 'Bạn đã đổi cách nhận trả lời',
    closed: 'Đầu mối đã đóng yêu cầu',
  },
  event: (what: string, hour: string) => `${what}, lúc ${hour}.`,
  referredTo: (place: string) => `Đã giới thiệu bạn tới ${place}`,
  openedFor: (reason: string) => `Cán bộ đã mở phần liên hệ vì: ${reason}`,
  acts: {
    referral: (place: string) => `Giới thiệu bạn tới: ${place}`,
    changesContact: 'Bạn đổi cách nhận trả lời',
    done: 'Đầu mối ghi: đã làm xong yêu cầu về dữ liệu của bạn',
    extended: 'Đầu mối ghi: xin gia hạn yêu cầu về dữ liệu của bạn một lần',
  },
  requests: {
    correct: 'Sửa điều tôi đã viết',
    see: 'Cho tôi biết đầu mối đang giữ gì về tôi',
    restrict: 'Rút đồng ý: ngừng dùng, ngừng chuyển dữ liệu của tôi',
    erase: 'Xóa ghi chép về tôi ở nơi khác',
  },
  asks: (request: string) => `Bạn yêu cầu: ${request}`,
  /** What the desk reads when the person adds no words of their own. */
  requestTexts: {
    see: 'Tôi muốn biết đầu mối đang giữ những gì về tôi.',
    restrict: 'Tôi không đồng ý nữa: đề nghị ngừng dùng và ngừng chuyển dữ liệu của tôi.',
    erase: 'Tôi đề nghị xóa những gì đầu mối đã ghi chép về tôi ở nơi khác.',
  },
  askedOn: (request: string, day: string) => `“${request}”, gửi ngày ${day}.`,
  firstBy: (day: string) => `Đầu mối báo đã nhận: chậm nhất ngày ${day}.`,
  firstDone: 'Đầu mối đã viết lại.',
  doneBy: (day: string) => `Làm xong: chậm nhất ngày ${day}.`,
  extendedBy: (day: string) => `Đã xin gia hạn, làm xong: chậm nhất ngày ${day}.`,
  doneOn: (day: string) => `Đầu mối ghi đã làm xong ngày ${day}.`,
  plan: (request: string, due: string, extended: string) =>
    `${request}: chậm nhất ngày ${due}; nếu xin gia hạn một lần, ngày ${extended}.`,
  notSure: 'Ngày báo đã nhận có thể muộn hơn, vì lịch nghỉ lễ lúc đó chưa được công bố.',
  contactText: 'Tôi vừa đổi cách nhận trả lời. Phần liên hệ mới thay cho phần cũ.',
  contactSent: 'Đã đổi cách nhận trả lời.',
  requestSent: 'Đã gửi yêu cầu về dữ liệu của bạn.',
  problems: {
    answerBy: 'Hãy chọn cách bạn muốn được trả lời.',
    phone: 'Hãy viết số điện thoại từ 8 đến 15 chữ số, như 0912 345 678, hoặc chọn cách trả lời khác.',
    safeHours: 'Giờ gọi dài quá 200 ký tự. Hãy viết ngắn lại.',
    opening: 'Câu mở đầu dài quá 200 ký tự. Hãy viết ngắn lại.',
    consentCall: 'Bạn chọn được gọi điện: hãy đánh dấu đồng ý cho gọi, hoặc chọn cách trả lời khác.',
    dataRequest: 'Hãy chọn một yêu cầu.',
    correctionMissing: 'Hãy viết điều nào chưa đúng và đúng ra là gì.',
    complaintCode:
      'Khiếu nại chưa được gửi: mã đi kèm lại là mã yêu cầu của chính bạn. Trang này đã tạo mã khác, chữ bạn viết vẫn còn: hãy bấm gửi lần nữa.',
    complaintMissing: 'Hãy viết chuyện gì đã xảy ra trước khi gửi.',
    complaintConsent: 'Cần bạn đồng ý cho nơi nhận khiếu nại đọc thì chúng tôi mới gửi được.',
    complaintMoved:
      'Nơi nhận khiếu nại vừa đổi, nên chưa có gì được gửi. Chữ bạn viết vẫn còn: hãy đọc về nơi nhận mới ở phía trên, đồng ý rồi gửi lần nữa.',
    tooLong: 'Lời viết dài quá 3.000 ký tự. Hãy viết ngắn lại hoặc gửi làm hai lần.',
  },
  complaintPast: (desk: string) => `Khiếu nại không đi qua ${desk}: họ không thấy và không được báo.`,
  complaintSkipped:
    'Bạn đã chọn không gõ lại. Mã của khiếu nại sẽ không hiện lại, để người mở máy sau bạn không thấy. Khiếu nại vẫn đến nơi nhận. Nếu chưa lưu được mã và muốn có nơi đọc trả lời, bạn có thể gửi một khiếu nại mới.',
  complaintTo: (name: string, about: string) => `Khiếu nại được niêm phong đến ${name}. ${about}`,
  complaintOperator: (operator: string) =>
    `Nơi điều hành đầu mối này là ${operator}. Bạn có thể gửi đơn đến người đứng đầu nơi đó.`,
  gone: (day: string, history: string, months: number) =>
    `Dấu vết đó bị xóa chậm nhất ngày ${day}; lịch sử của máy chủ dữ liệu còn nhớ nó chậm nhất đến ngày ${history}. Sau cùng còn con số đếm của đầu mối trong tháng, bị xóa sau ${months} tháng, vài dòng trong sổ việc của đầu mối và, nếu người vận hành có sao lưu, bản sao mà không ai mở được nữa. Không gì ở đó dẫn về bạn.`,
  copied:
    'Đã sao chép. Dán vào chỗ chỉ mình bạn mở được. Máy vẫn nhớ những chữ này trong bộ nhớ tạm cho đến khi bạn sao chép thứ khác.',
  saved: 'Đã bảo trình duyệt lưu. Hãy mở mục Tải về để xem tệp có đó thật không.',
  failed: 'Trình duyệt này không cho làm cách đó. Hãy chọn khối chữ bên dưới rồi chép.',
  fileName: 'ghi-chu.txt',
} as const;

/** The consent to a complaint, under a name of its own (domain/consent.ts). */
export const complaintConsent = {
  legend: 'Bạn có đồng ý gửi khiếu nại không?',
  text: 'Tôi đồng ý để nơi nhận khiếu nại đọc điều tôi viết, biết tôi khiếu nại về đầu mối nào và trả lời tôi. Tôi biết đây có thể là thông tin nhạy cảm về sức khỏe và đời sống riêng. Tôi rút lại được bất cứ lúc nào bằng mã của khiếu nại.',
} as const;

/** The text of everything that is held about a request. */
export const holdingText = {
  title: 'NHỮNG GÌ ĐANG ĐƯỢC GIỮ VỀ YÊU CẦU NÀY',
  madeAt: (hour: string) => `Lập lúc ${hour}.`,
  plainTitle: '1. NHỮNG GÌ MÁY CHỦ THẤY',
  desk: 'Đầu mối nhận',
  operator: 'Nơi điều hành',
  arrived: 'Đến lúc',
  status: 'Tình trạng',
  consent: 'Bản đồng ý',
  consented: (text: string) => `Lời bạn đã đồng ý: “${text}”`,
  /** Of names that stood for several texts at once. */
  consentShared:
    'Tên bản này có từ trước và dùng chung cho mấy lời gần giống nhau. Hệ thống không ghi lại bạn đã đọc lời nào.',
  consentNotAsked:
    'Lúc bạn gửi khiếu nại này, trang chưa có ô hỏi bạn đồng ý. Hệ thống ghi tên bản trên, nhưng bạn chưa được hỏi và chưa đồng ý với lời nào.',
  recipient: 'Khóa công khai để niêm phong trả lời cho bạn',
  messages: 'Số tin trong trao đổi',
  seen: 'Số tin bạn đã xem trước lần này',
  lengths: 'Mỗi phần niêm phong được giữ với độ dài làm tròn lên từng 2 KiB.',
  sealedTitle: '2. NHỮNG GÌ ĐƯỢC NIÊM PHONG (chỉ bạn và đầu mối mở được)',
  resultKnown: 'Đã được thông báo kết quả xác định tình trạng nghiện',
  forWhom: 'Hỏi cho ai',
  ageBand: 'Độ tuổi',
  help: 'Cần',
  substances: 'Chất đã dùng',
  urgency: 'Mức gấp',
  place: 'Nơi ở',
  once: 'Giữ mã',
  isOnce: 'Không, chỉ hỏi một lần',
  words: 'Lời viết lúc đầu',
  complaintAbout: 'Khiếu nại về đầu mối',
  answerBy: 'Cách nhận trả lời',
  answerWays: { code: 'Chỉ ở trang này', phone: 'Gọi điện' },
  phone: 'Số điện thoại',
  safeHours: 'Giờ gọi an toàn',
  opening: 'Câu nói đầu tiên',
  none: '(không ghi)',
  damaged: '(phần này đã bị thay đổi trong cơ sở dữ liệu nên không mở được)',
  threadTitle: '3. TRAO ĐỔI',
  noMessages: 'Chưa có tin nào.',
  elsewhereTitle: '4. KHÔNG NẰM TRONG BẢN NÀY',
  elsewhere: [
    'Mã của bạn: chúng tôi không giữ mã, chỉ giữ một dấu vết (SHA-256) không suy ngược lại được.',
    'Chìa khóa xóa: một chuỗi ngẫu nhiên ở kho riêng, bị xóa khi bạn rút yêu cầu.',
    'Sổ việc của đầu mối ghi một dòng mỗi khi cán bộ mở xem, mở phần liên hệ, trả lời, gác lại hay đóng yêu cầu. Dòng đó có giờ, cán bộ nào và lý do mở phần liên hệ, không có lời của ai. Chừng nào yêu cầu còn, một số ngẫu nhiên nối những dòng đó với yêu cầu. Trang này không tra sổ theo từng yêu cầu nên các dòng đó không có ở đây; việc chính đã ghi ở phần 1. Muốn biết đủ, hãy hỏi đầu mối. Bạn xóa yêu cầu thì số ấy bị xóa theo, không còn gì nối sổ với bạn.',
    'Con số đếm của đầu mối trong tháng: không nói là của ai.',
    'Bản sao của cơ sở dữ liệu: lịch sử mà máy chủ dữ liệu tự giữ, và bản sao lưu của người vận hành. Ở đó có những gì kể trong bản này, và cách nhận trả lời cũ nếu bạn đã đổi. Phần niêm phong vẫn niêm phong.',
    'Điều cán bộ đã ghi chép ở nơi khác: hãy hỏi đầu mối bằng mục “Sửa điều đã viết, hỏi về dữ liệu”.',
    'Các số và dấu kỹ thuật: số nội bộ ngẫu nhiên của yêu cầu và của từng tin, dấu cho biết bạn đã lưu mã, dấu cho biết đầu mối có gác yêu cầu lại hay không.',
    'Những gì nhà mạng, Cloudflare và máy của bạn tự ghi lại khi bạn mở trang.',
  ],
} as const;
