from wagtail_modeladmin.options import modeladmin_register

from .admin import LibrariesGroup

modeladmin_register(LibrariesGroup)
