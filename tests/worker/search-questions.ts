/** Questions as people type them, each with the page, and where it matters the heading, that must come first. */

/** What is typed, and how the address of the first result begins. */
export type AskedFor = readonly [q: string, first: string];

const guide = (slug: string, anchor = ''): string =>
  `/huong-dan/${slug}/${anchor === '' ? '' : `#${anchor}`}`;
const law = (anchor: string): string => `/phap-luat/hoi-dap/#${anchor}`;

const REGISTER = guide('dang-ky-cai-nghien-tu-nguyen');

/** Somebody is in danger. */
export const DANGERS: readonly AskedFor[] = [
  ['quá liều', guide('qua-lieu')],
  ['qua lieu phai lam sao', guide('qua-lieu')],
  ['sốc thuốc', guide('qua-lieu')],
  ['bạn em chơi đồ xong gọi không dậy', guide('qua-lieu')],
  ['nguoi tim tai kho tho', guide('qua-lieu')],
  ['co giật sau khi hút đá', guide('qua-lieu')],
  ['cấp cứu', guide('qua-lieu')],
  ['nói gì khi gọi 115', guide('qua-lieu')],
  ['muốn chết', guide('y-nghi-tu-tu')],
  ['em khong muon song nua', guide('y-nghi-tu-tu')],
  ['tự tử', guide('y-nghi-tu-tu')],
  ['con tôi dọa tự tử', guide('y-nghi-tu-tu')],
  ['chồng đánh tôi', guide('bao-luc-trong-nha')],
  ['con nghien dap pha do danh me', guide('bao-luc-trong-nha')],
  ['bạo lực gia đình', guide('bao-luc-trong-nha')],
  ['vật thuốc', guide('hoi-chung-cai-nguy-hiem')],
  ['lên cơn vật vã phải làm gì', guide('hoi-chung-cai-nguy-hiem')],
  ['bo ruou dot ngot bi ao giac', guide('hoi-chung-cai-nguy-hiem')],
];

/** Registering, papers, deadlines. */
const REGISTERING: readonly AskedFor[] = [
  ['đăng ký cai nghiện ở đâu', REGISTER],
  ['dang ki cai nghien tu nguyen', REGISTER],
  ['thủ tục đăng ký cai nghiện tự nguyện', REGISTER],
  ['can giay to gi de di cai nghien', guide('dang-ky-cai-nghien-tu-nguyen', 'cần-giấy-tờ-gì')],
  ['hồ sơ cai nghiện gồm những gì', guide('dang-ky-cai-nghien-tu-nguyen', 'cần-giấy-tờ-gì')],
  ['trễ 24 giờ thì sao', guide('dang-ky-cai-nghien-tu-nguyen', 'nếu-tôi-đã-trễ-24-giờ')],
  ['nộp đơn qua VNeID được không', law('nop-qua-mang')],
  ['dang ky cho con 16 tuoi', guide('dang-ky-cho-nguoi-duoi-18')],
  ['không có hộ khẩu thì đăng ký ở đâu', guide('khong-co-noi-o-on-dinh')],
  ['người nước ngoài cai nghiện ở việt nam', guide('nguoi-nuoc-ngoai')],
  ['in phiếu mang theo khi đi đăng ký', guide('phieu-dang-ky')],
  ['đăng ký từng bước cho trường hợp của tôi', guide('dang-ky-tung-buoc')],
  ['mới bị test dương tính', guide('duoc-bao-duong-tinh')],
  ['xet nghiem duong tinh co bi bat khong', guide('duoc-bao-duong-tinh')],
];

/** How long, how much, where, who will know. */
const ABOUT: readonly AskedFor[] = [
  ['cai nghiện mất bao lâu', guide('nam-giai-doan', 'tất-cả-mất-bao-lâu')],
  ['cai may thang thi xong', law('cai-bao-lau')],
  ['các giai đoạn cai nghiện', guide('nam-giai-doan')],
  ['cắt cơn có đau không', guide('nam-giai-doan', 'giai-đoạn-2-cắt-cơn-có-đau-không')],
  ['cai nghiện giá bao nhiêu', guide('chi-phi-va-ho-tro')],
  ['chi phi cai nghien', guide('chi-phi-va-ho-tro')],
  ['không có tiền đi cai', guide('chi-phi-va-ho-tro', 'tôi-không-có-tiền-thì-cai-ở-đâu')],
  ['trung tâm tư nhân lấy bao nhiêu tiền', guide('chi-phi-va-ho-tro', 'cơ-sở-tư-nhân-lấy-bao-nhiêu')],
  ['được hỗ trợ tiền không', guide('chi-phi-va-ho-tro')],
  ['cai nghiện tại nhà', guide('ba-hinh-thuc-cai-nghien')],
  ['nên cai ở nhà hay vào trại', guide('ba-hinh-thuc-cai-nghien')],
  ['đi cai có ai biết không', guide('ai-se-biet')],
  ['cong ty co biet toi di cai khong', guide('ai-se-biet')],
  ['hàng xóm có biết không', guide('ai-se-biet', 'hàng-xóm-có-biết-không')],
  ['methadone là gì', guide('dieu-tri-methadone', 'methadone-là-gì')],
  ['uong metadon bao nhieu tien', guide('chi-phi-va-ho-tro', 'methadone-tốn-bao-nhiêu')],
  ['có phải uống methadone mỗi ngày không', guide('dieu-tri-methadone')],
  ['vòng tay điện tử', guide('giam-sat-dien-tu')],
  ['deo giam sat dien tu bao lau', guide('giam-sat-dien-tu', 'đeo-bao-lâu')],
  ['bỏ trốn khỏi trại có sao không', guide('dung-giua-chung')],
  ['nghỉ cai giữa chừng', guide('dung-giua-chung')],
  ['bị đối xử tệ trong trung tâm', guide('quyen-va-nghia-vu')],
  ['tôi muốn cai nghiện thì bắt đầu từ đâu', guide('bat-dau-tu-dau')],
  ['muon bo ma tuy', guide('bat-dau-tu-dau')],
];

/** For the family, and after. */
const FAMILY: readonly AskedFor[] = [
  ['dấu hiệu con dùng ma túy', guide('dau-hieu')],
  ['lam sao biet con choi da', guide('dau-hieu')],
  ['khuyên chồng đi cai thế nào', guide('noi-chuyen-voi-nguoi-than')],
  ['noi chuyen voi con nghien', guide('noi-chuyen-voi-nguoi-than')],
  ['có nên nhốt con ở nhà để cai', guide('dieu-khong-nen-lam')],
  ['thăm nuôi', guide('tham-gap')],
  ['gui do cho nguoi dang cai', guide('tham-gap')],
  ['tôi mệt mỏi vì con nghiện', guide('cham-soc-chinh-minh')],
  ['tái nghiện', guide('dung-lai-sau-cai')],
  ['choi lai thi lam gi', guide('dung-lai-sau-cai')],
  ['quản lý sau cai mấy năm', guide('quan-ly-sau-cai')],
  ['vay tien lam an sau cai', guide('vay-von')],
  ['xin việc sau khi cai', guide('viec-lam')],
  ['hoc nghe o dau', guide('hoc-nghe')],
  ['câu lạc bộ b93', guide('ba-mo-hinh-cong-dong')],
];

/** The law, phones, figures, pages. */
const REST: readonly AskedFor[] = [
  ['luật mới khác gì luật cũ', '/phap-luat/thay-doi-2026/'],
  ['nghị định 163', '/phap-luat/van-ban/163-2026-nd-cp/'],
  ['luat 120/2025', '/phap-luat/van-ban/120-2025-qh15/'],
  ['nghị định 116/2021 còn hiệu lực không', '/phap-luat/van-ban/116-2021-nd-cp/'],
  ['cai nghiện bắt buộc là gì', '/phap-luat/tu-ngu/#cai-nghien-bat-buoc'],
  ['đường dây nóng', guide('so-dien-thoai')],
  ['so dien thoai tu van', guide('so-dien-thoai')],
  ['gửi câu hỏi không cần nói tên', '/yeu-cau/'],
  ['quên mã xem trả lời', '/theo-doi/'],
  ['xóa lịch sử trình duyệt', guide('thoat-nhanh')],
  ['trang này giữ dữ liệu gì của tôi', '/rieng-tu/'],
  ['chinh sach rieng tu', '/rieng-tu/'],
  ['bao nhiêu người nghiện ở hà nội', '/so-lieu/'],
  ['tháng hành động 2024', '/chien-dich/2024/'],
];

/** With one wrong letter. */
export const MISTYPED: readonly AskedFor[] = [
  ['metahdone là gì', guide('dieu-tri-methadone', 'methadone-là-gì')],
  ['giám sat diên tửu', guide('giam-sat-dien-tu')],
  ['đăng ksy cai nghiện', REGISTER],
  ['taí nghiệnn', guide('dung-lai-sau-cai')],
];

/** Likewise, and somebody is in danger. */
export const MISTYPED_DANGERS: readonly AskedFor[] = [
  ['quá liềuu', guide('qua-lieu')],
  ['bạo lựcc gia đình', guide('bao-luc-trong-nha')],
];

/** A place is asked for, so the directory comes first. */
export const PLACES: readonly AskedFor[] = [
  ['cai nghiện ở hà nội', '/danh-ba/'],
  ['trung tâm cai nghiện gần đây', '/danh-ba/'],
  ['methadone ở đâu', '/danh-ba/'],
  ['methadonn ở đâu', '/danh-ba/'],
  ['co so cai nghien so 3', '/danh-ba/'],
  ['thanh đa', '/danh-ba/'],
];

/** Asked by people who had not seen the portal's words; what they found mended the rules, not a list for each. */
const STRANGERS: readonly AskedFor[] = [
  ['đang mang thai mà nghiện', law('om-nang-mang-thai')],
  ['ép con đi cai được không', guide('dieu-khong-nen-lam', 'đừng-ép-cũng-đừng-bỏ-mặc')],
  ['cai ở nhà có phải đeo vòng không', guide('giam-sat-dien-tu')],
  ['bao lâu thì được xóa khỏi danh sách', guide('quan-ly-sau-cai', 'bao-giờ-tên-tôi-ra-khỏi-danh-sách')],
  ['con 15 tuổi hút vape', guide('dau-hieu', 'thuốc-lá-điện-tử-có-phải-ma-túy-không')],
  ['thuốc cai nghiện heroin', guide('dieu-khong-nen-lam', 'đừng-tin-thuốc-cắt-nghiện')],
  ['kỳ thị người nghiện bị phạt không', law('ky-thi')],
  ['ai quyết định đưa đi cai bắt buộc', law('ai-quyet-dinh-bat-buoc')],
  ['chuyển chỗ ở khi đang uống methadone', guide('dieu-tri-methadone', 'chuyển-chỗ-ở-thì-sao')],
  ['mất căn cước', guide('khong-co-noi-o-on-dinh', 'tôi-không-có-căn-cước-thì-sao')],
  ['tối nay không có chỗ ngủ', guide('khong-co-noi-o-on-dinh', 'tối-nay-tôi-không-có-chỗ-ngủ')],
  ['tình nguyện viên', guide('ba-mo-hinh-cong-dong', 'tình-nguyện-viên-giúp-gì')],
  ['có được vay bao nhiêu', guide('vay-von', 'vay-ở-đâu-được-bao-nhiêu-lãi-bao-nhiêu')],
  ['chồng em lại chơi rồi', guide('dung-lai-sau-cai')],
  ['báo công an người bán', guide('noi-chuyen-voi-nguoi-than', 'tôi-có-phải-báo-công-an-không')],
  ['giúp tôi với', guide('bat-dau-tu-dau')],
];

/** What the portal does not speak of. */
export const NOTHING: readonly string[] = [
  'giá vàng hôm nay',
  'bitcoin',
  'xổ số',
  'naloxone mua ở đâu',
  '毒品',
];

/** The sentence that is shown with the first result; what was asked for stands in <>. */
export const EXCERPTS: readonly (readonly [q: string, excerpt: string])[] = [
  [
    'đăng ký cai nghiện ở đâu',
    'Ở Công an cấp xã (xã, phường, đặc khu) nơi bạn cư trú. Nơi khác có thể ghi Ủy ban nhân dân xã và 5 ngày.',
  ],
  [
    'can giay to gi de di cai nghien',
    'Bản sao giấy xác nhận tình trạng <nghiện> của cơ sở y tế có thẩm quyền. Đang điều trị thay thế: giấy xác nhận Mẫu 35, nơi điều trị cấp.',
  ],
  [
    'trễ 24 giờ thì sao',
    'Hãy đến đăng ký ngay, đừng trốn. Không đăng ký là một căn cứ để đưa đi cai bắt buộc.',
  ],
  [
    'cai may thang thi xong',
    'Lần đầu là 24 tháng; từ lần thứ hai là 36 tháng. Con số 6 đến 12 tháng trên mạng là của luật cũ.',
  ],
  [
    'cắt cơn có đau không',
    'Khó chịu, tùy chất và tùy người. Bạn cần chỗ yên tĩnh, được nghỉ. Bắt tập thể lực không giúp, còn có thể làm lâu hơn.',
  ],
  [
    'trung tâm tư nhân lấy bao nhiêu tiền',
    'Mỗi nơi một giá. Luật buộc họ niêm yết công khai. Họ phải ký hợp đồng với bạn theo Mẫu 29.',
  ],
  [
    'cong ty co biet toi di cai khong',
    'Trong các điều đã đọc, chúng tôi không thấy điều nào buộc báo cho <nơi làm việc> hay <trường học>.',
  ],
  [
    'methadone là gì',
    '<Methadone> là thuốc điều trị nghiện heroin và các chất dạng thuốc phiện. Thuốc dùng kèm hỗ trợ tâm lý, xã hội.',
  ],
  [
    'deo giam sat dien tu bao lau',
    'Điều trị thay thế: 2 năm. Trường hợp khác: hỏi Công an cấp xã, và đọc số ngày trên quyết định của bạn.',
  ],
  [
    'thăm nuôi',
    'Mỗi tuần một lần, tối đa 45 phút, gọi bốn lần một tháng: luật ghi cho ai, người tự nguyện thì sao, mang gì theo.',
  ],
  [
    'quản lý sau cai mấy năm',
    'Hoàn thành cai tự nguyện: 1 năm; Hoàn thành điều trị thay thế: 1 năm; Từ 12 đến dưới 18 tuổi: 1 năm',
  ],
  [
    'nghị định 116/2021 còn hiệu lực không',
    'Quy <định> chi tiết Luật Phòng, chống ma túy và Luật Xử lý vi phạm hành chính về cai nghiện ma túy và quản lý sau cai nghiện',
  ],
  [
    'nộp đơn qua VNeID được không',
    'Bạn nộp trên <Cổng Dịch vụ công> quốc gia hoặc <VNeID>, hay đến nộp trực tiếp; nộp <qua mạng> thì phải giữ bản gốc giấy tờ.',
  ],
  ['quá liều', 'Gọi 115. Giữ người đó thở, đặt nằm nghiêng, ở lại. Nói gì với 115, và những điều đừng làm.'],
];

export const QUESTIONS: readonly AskedFor[] = [
  ...DANGERS,
  ...REGISTERING,
  ...ABOUT,
  ...FAMILY,
  ...REST,
  ...STRANGERS,
];
