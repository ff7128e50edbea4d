// The violations that TypeScript's types cannot express: the reasons for which packets are invalid although they
// compile. applies reports whether an entry covers the value at the reason's path, where the reason is not enough to
// decide.
const isNumber = (value) => typeof value === "number";
const always = () => true;

export const beyondTypes = [
  { what: "length of a string", reason: /(minimum|maximum) string length is \d+$/, applies: always, why: "a string type has no length" },
  { what: "pattern of a string", reason: /string doesn't match the regular expression /, applies: always, why: "a string type has no pattern" },
  { what: "number of items", reason: /(minimum|maximum) number of items is \d+$/, applies: always, why: "an array type has no length, unless it is a tuple" },
  { what: "bound of a number", reason: /number must be at (least|most) -?\d+$/, applies: always, why: "a number type has no bounds" },
  { what: "range of int64", reason: /integer must fit in 64 bits$/, applies: always, why: "all numbers have one type" },
  { what: "fraction in place of an integer", reason: /value must be .*\ban integer\b/, applies: isNumber, why: "all numbers have one type" },
  { what: "excluded number", reason: /value must not be -?\d+$/, applies: isNumber, why: "a type cannot exclude one number" },
  { what: "one of two spellings", reason: /^CurruentSequence: property "CurruentSequence" is missing$/, applies: always, why: "both are optional in the document; x-alias-of requires one" },
  { what: "unknown error code", reason: /Code: value is not one of the allowed values/, applies: isNumber, why: "the document allows other codes; only fixtures must use those of the catalogue" },
];
