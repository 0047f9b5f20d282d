/**
 * The words that are read aloud for a key (domain/key-words.ts): 512 things of every day, told apart on a bad line and in
 * every region's way of speaking. Each has two syllables; none begins with another, none is within one letter of another
 * once written without diacritics, and none is sad, rude, political, religious, an illness or a word for drugs
 * (tests/unit/key-words.test.ts). The place of a word is its number: nothing here may change.
 */
const LIST = `
  ấm trà, ao cá, áo khoác, áo len, áo phao, ba lô, bạc hà, bạch đàn, bạch tuộc, bãi cát, bàn chải,
  bàn ghế, bàn học, bản nhạc, bàn phím, bằng lăng, bánh bao, bánh chưng, bánh cốm, bánh cuốn, bánh khúc,
  bánh mì, bánh quy, bánh xèo, báo gấm, bập bênh, bắp ngô, bát đũa, bể cá, bến cảng, bến đò, bến xe,
  bèo tây, bếp củi, bí đao, bí ngô, biển xanh, bình minh, bình nước, bồ câu, bờ đê, bồ kết, bò kho,
  bọ ngựa, bọ rùa, bói cá, bỏng ngô, bông tuyết, búa gỗ, bún chả, búp bê, bút chì, bút mực, bưu điện,
  bưu thiếp, cá chép, cá heo, cá lóc, cá ngừ, cá thu, cá vàng, cá voi, cải bẹ, cải thìa, cam sành,
  cành cây, canh chua, cánh diều, cánh đồng, cào cào, cao nguyên, cặp sách, cau khô, cầu thang, cầu treo,
  cây bàng, cây dừa, cây khế, cây rơm, cây si, cây thông, cây xoài, chả cá, chả giò, chả mực, chả quế,
  chai nước, chăn bông, chân trời, chanh đào, chanh leo, cháo gà, chào mào, cháo sen, chậu cây,
  châu chấu, chậu hoa, chè sen, chén sứ, chiếu cói, chợ nổi, chổi rơm, chổi sơn, chôm chôm, chong chóng,
  chùm nho, chum nước, chuối sấy, chuối tiêu, chuồn chuồn, chuông cửa, chuồng gà, chuông gió, chuột túi,
  cổ tích, cóc non, cốc sứ, cóc tía, còi tàu, còi xe, cơm cháy, cốm dẹp, cơm nắm, com pa, cơm rang,
  con chuột, con đò, cơn mưa, con quay, con thuyền, cổng làng, cột điện, cua đồng, cửa sổ, cúc áo,
  cục tẩy, cuốc xẻng, cuộn len, cuốn phim, cuốn sổ, đàn bầu, đàn tranh, đào phai, đất sét, đậu phộng,
  đậu phụ, dâu rừng, dâu tây, đậu xanh, dây chuyền, dây điện, dây phơi, dế mèn, đèn bàn, đèn dầu,
  đèn lồng, đèn pin, dép lê, đĩa sứ, điện thoại, diếp cá, điều hòa, diều sáo, đinh ốc, đồi thông,
  đom đóm, dòng suối, dứa chín, dưa chuột, dưa hấu, đũa tre, dừa xiêm, dương cầm, đường làng, ếch đồng,
  gà luộc, gà mái, gà trống, gạch hoa, gáo dừa, gạo nếp, gấu bông, gấu trúc, ghế đẩu, ghẹ xanh, ghế xếp,
  ghi ta, giá sách, giàn mướp, giấy màu, giày vải, giếng nước, gió biển, giò heo, giò lụa, giọt sương,
  giường tre, gỏi cuốn, gối ôm, gốm sứ, gừng tươi, guốc mộc, gương soi, hạc giấy, hải âu, hành lá,
  hành tây, hát chèo, hạt dẻ, hạt giống, hạt sen, hạt thóc, hạt tiêu, hến sông, hoa cải, hoa đào,
  hoa hồng, họa mi, hoa phượng, hoa sen, hoa sữa, học trò, hòn sỏi, hồng xiêm, hộp bút, hộp màu, hộp quà,
  hộp thư, hũ gạo, húng quế, hướng dương, hươu sao, huy chương, kem cốc, kem dừa, kem que, kênh đào,
  khăn len, khăn lụa, khăn mặt, khay trà, kho thóc, khoai lang, khoai môn, khoai nướng, khoai sọ,
  khoai tây, khung cửa, khung tranh, kính lúp, kính mắt, kính râm, kỳ nhông, la bàn, lá chuối, lá cọ,
  lá dong, lá sen, lật đật, lẩu cá, len sợi, linh dương, lò gốm, lọ hoa, lọ mực, lò nướng, lớp học,
  lốp xe, lục bình, lược ngà, lưỡi cày, lươn đồng, lựu đỏ, lũy tre, mái chèo, mái ngói, mái tóc, mắm tôm,
  mãng cầu, măng tre, mành trúc, mật mía, mặt trời, máy ảnh, máy bơm, máy giặt, máy khâu, máy tính,
  me chua, mèo con, mèo mướp, mì quảng, mì tôm, mì xào, miến gà, miến lươn, mít chín, mỏ neo, mũ len,
  mũ nồi, mùa hè, múa lân, mưa rào, múa rối, mùa thu, mưa xuân, mực khô, muối vừng, mướp hương, mứt dừa,
  mứt gừng, mứt tết, nai vàng, nam châm, nắng mai, nem chua, nem nướng, nem rán, ngân hà, ngao hấp,
  nghé con, nghệ vàng, ngô nếp, ngõ nhỏ, ngô non, ngọc lan, ngọc trai, ngói đỏ, ngọn núi, ngỗng trời,
  người tuyết, nhà ga, nhà hát, nhà thơ, nhái bén, nhãn lồng, nhím con, nho khô, nho tím, nia tre,
  nồi cơm, nồi đất, nón lá, nón rơm, nốt nhạc, nụ cười, núi cao, nước chanh, nước dừa, nước mắm,
  nước mía, ô mai, ô tô, ốc bươu, ốc luộc, ốc sên, ong mật, ong vàng, ớt chuông, phao bơi, phích cắm,
  phích nước, phở bò, phở gà, phô mai, phong bì, phòng khách, phù sa, quả bơ, quả cầu, quả hồng, quả lê,
  quả mận, quần áo, quang gánh, quạt máy, quạt trần, quầy vé, quyển vở, quýt ngọt, rạp phim, rạp xiếc,
  rau muống, rau ngót, rau răm, rau thơm, rễ cây, rèm cửa, rổ tre, rùa biển, rùa vàng, rừng đước,
  rừng thông, ruốc bông, ruộng lúa, sả tươi, sắn dây, sân gạch, sân khấu, sân thượng, sao băng, sao biển,
  sao mai, sáo sậu, sáo trúc, siêu thị, sinh tố, sò điệp, sóc nâu, sơn ca, su hào, su su, sữa chua,
  sữa đậu, suối nguồn, sương mai, súp lơ, tách trà, tai nghe, táo đỏ, tào phớ, tất len, tàu điện,
  tàu thủy, tay lái, tê giác, thả diều, thác nước, thạch dừa, thảm len, thằn lằn, thang máy, thảo nguyên,
  thầy giáo, thìa gỗ, thiên nga, thiệp cưới, thịt kho, thịt xiên, thợ điện, thợ gốm, thợ mộc, thỏ ngọc,
  thớt gỗ, thùng gỗ, thung lũng, thúng thóc, thước dây, thủy thủ, thủy tiên, thuyền rồng, thuyền thúng,
  ti vi, tia nắng, tía tô, tò he, tô màu, tổ ong, toa tàu, tỏi tây, tôm càng, tôm hùm, tôm nướng,
  trà gừng, trạng nguyên, trang sách, tre ngà, trống cơm, trứng muối, trứng rán, trứng vịt, truyện tranh,
  tua vít, tuần lộc, túi vải, túi xách, tường gạch, tương ớt, tường vi, tuyết rơi, va li, vải thiều,
  vải thô, vành khuyên, váy hoa, vé tàu, vẹt xanh, vĩ cầm, vỉa hè, vịt bầu, vịt quay, vịt trời, vô lăng,
  vỏ ốc, vỏ sò, voi con, vòng tay, vung nồi, vườn chuối, vườn rau, vườn thú, xà lách, xà phòng, xe buýt,
  xe đạp, xe máy, xe ngựa, xích lô, xoài cát, xôi gấc, xúc xích, yên ngựa
`;

/** The words in the order of their numbers, 0 to 511. */
export const KEY_WORDS: readonly string[] = LIST.trim().split(/,\s+/);
