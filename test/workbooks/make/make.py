"""The same sheets by openpyxl (both of its writers) and XlsxWriter; run by make.js."""

import json
import sys
from datetime import date
from pathlib import Path

import openpyxl
import xlsxwriter

here, out = Path(__file__).parent, Path(sys.argv[1])
sheets = json.loads((here / "sheets.json").read_text("utf-8"))


def made(cell):
    """The value of a cell and the format that shows it."""
    if isinstance(cell, dict) and "day" in cell:
        return date.fromisoformat(cell["day"]), "dd/mm/yyyy"
    if isinstance(cell, dict):
        return cell["share"], "0.0%"
    return cell, "General"


def by_openpyxl(name, write_only):
    book = openpyxl.Workbook(write_only=write_only)
    if not write_only:
        book.remove(book.active)
    for given in sheets:
        sheet = book.create_sheet(given["name"])
        for number, row in enumerate(given["rows"], 1):
            cells = []
            for column, cell in enumerate(row, 1):
                value, shown = made(cell)
                if write_only:
                    each = openpyxl.cell.WriteOnlyCell(sheet, value)
                else:
                    each = sheet.cell(number, column, value)
                each.number_format = shown
                cells.append(each)
            if write_only:
                sheet.append(cells)
        if not write_only:
            for merge in given.get("merges", []):
                sheet.merge_cells(merge)
    book.save(out / name)


def by_xlsxwriter(name):
    book = xlsxwriter.Workbook(out / name)
    for given in sheets:
        sheet = book.add_worksheet(given["name"])
        for number, row in enumerate(given["rows"]):
            for column, cell in enumerate(row):
                value, shown = made(cell)
                style = book.add_format({"num_format": shown, "text_wrap": True})
                if isinstance(value, date):
                    sheet.write_datetime(number, column, value, style)
                elif isinstance(value, str):
                    sheet.write_string(number, column, value, style)
                else:
                    sheet.write(number, column, value, style)
    book.close()


by_openpyxl("openpyxl.xlsx", False)
by_openpyxl("openpyxl-write-only.xlsx", True)
by_xlsxwriter("xlsxwriter.xlsx")
