"""Modules from an archive on sys.path, and zipimport by hand."""
import inner.part
import os
import sys
import zipimport

print(inner.part.double(4), inner.__loader__.prefix, os.path.basename(inner.__loader__.archive))
sys.path.append("_app.zip/space")
import deep

print(deep.where, deep.__file__)
importer = zipimport.zipimporter("_app.zip/inner")
print(importer, importer.find_spec("part").origin, importer.find_spec("nothing"))
for path in "", "missing.zip", "archive_on_path.py", "_lib":
    try:
        zipimport.zipimporter(path)
    except zipimport.ZipImportError as error:
        print(error)
sys.path.insert(0, "missing.zip")
sys.path.insert(0, "archive_on_path.py")
try:
    import nowhere
except ModuleNotFoundError as error:
    print(error)
