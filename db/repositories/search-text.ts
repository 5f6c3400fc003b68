const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** Lower-case, without accents, single spaces: how names are compared. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłıþ]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** What the search looks in: `sorensen maja 1042`, and the other spelling of a letter where a language has two (`soerensen`). */
export function searchText(patient: {
  readonly familyName: string;
  readonly givenName: string;
  readonly recordNumber: string;
}): string {
  const names = `${patient.familyName} ${patient.givenName}`;
  const plain = plainText(`${names} ${patient.recordNumber}`);
  const spelled = plainText(
    names
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüøå]/gu, (letter) => UMLAUTS[letter] ?? letter),
  );
  return plain.startsWith(spelled) ? plain : `${plain} ${spelled}`;
}
